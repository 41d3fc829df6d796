import type { ChatEnd, CopiedCategory } from "@stsphera/contracts/vocabulary";

const ru = {
  title: "Чаты",
  empty: "Чатов пока нет",
  emptyLine:
    "Группа в Telegram, куда приходят смены, задачи и остановки объекта: без телефонов, сумм и упрёков",
  add: "Привязать чат",
  topic: (topic: string) => `Тема «${topic}»`,
  whole: "Весь чат",
  linked: (day: string, name: string) => `Привязан ${day} · ${name}`,
  copies: "Что приходит",
  categories: {
    tasks: "Задачи",
    facts: "Смены и отклонения",
    gpr: "ГПР",
    supply: "Поставки",
    construction: "Замечания",
  } satisfies Record<CopiedCategory, string>,
  unlink: "Отвязать",
  ended: {
    unlinked: "Отвязан",
    removed: "Бота убрали из чата",
    topic_deleted: "Тема удалена",
    merged: "Чат стал супергруппой, которая уже привязана",
  } satisfies Record<ChatEnd, string>,
  lost: (day: string) => `Не приходит с ${day}. Верните бота в чат и привяжите снова`,
  code: "Код для чата",
  steps: [
    "Добавьте бот в группу.",
    "Отправьте в ней эту строку, а если есть темы — в нужной теме.",
    "Можно и от имени чата: видно будет только код.",
  ],
  copy: "Скопировать",
  copied: "Скопировано",
  notCopied: "Не скопировалось: выделите строку и скопируйте",
  until: (time: string) => `Действует до ${time}, один раз`,
};

const en: typeof ru = {
  title: "Chats",
  empty: "There are no chats yet",
  emptyLine:
    "A group in Telegram that gets shifts, tasks and stops of the object: no phones, no sums, nobody blamed",
  add: "Link a chat",
  topic: (topic) => `Topic “${topic}”`,
  whole: "Whole chat",
  linked: (day, name) => `Linked ${day} · ${name}`,
  copies: "What arrives",
  categories: {
    tasks: "Tasks",
    facts: "Shifts and deviations",
    gpr: "Schedule",
    supply: "Deliveries",
    construction: "Remarks",
  },
  unlink: "Unlink",
  ended: {
    unlinked: "Unlinked",
    removed: "The bot was removed from the chat",
    topic_deleted: "The topic was deleted",
    merged: "The chat became a supergroup that is linked already",
  },
  lost: (day) => `Nothing arrives since ${day}. Add the bot again and link the chat anew`,
  code: "Code for a chat",
  steps: [
    "Add the bot to the group.",
    "Send this line there, in the right topic if there are topics.",
    "It works in the name of the chat too: only the code is seen.",
  ],
  copy: "Copy",
  copied: "Copied",
  notCopied: "It was not copied: select the line and copy it",
  until: (time) => `Works until ${time}, once`,
};

export const chatsWords = { ru, en };
