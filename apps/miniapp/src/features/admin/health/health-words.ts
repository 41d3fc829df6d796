const ru = {
  title: "Здоровье системы",
  needs: "Что нужно от вас",
  fine: "Всё в порядке",
  fineLine: "Никто не ждёт, всё работает",
  facts: "Цифры",
  states: { good: "в порядке", bad: "нужна помощь", unknown: "неизвестно" },
  messages: {
    title: "Сообщения, которые не дошли",
    empty: "Все сообщения дошли",
    repeat: "Повторить",
    repeated: "Отправляется снова",
    failed: "Не получилось. Обновите список",
    blocked: "Человек закрыл бота, или текст не хранится: повторить нельзя",
    untitled: "Сообщение",
    nobody: "чат",
  },
};

const en: typeof ru = {
  title: "Health of the system",
  needs: "What you have to do",
  fine: "All is well",
  fineLine: "Nobody waits, everything works",
  facts: "Figures",
  states: { good: "well", bad: "needs help", unknown: "unknown" },
  messages: {
    title: "Messages that did not arrive",
    empty: "All messages arrived",
    repeat: "Repeat",
    repeated: "It is sent again",
    failed: "It did not work. Refresh the list",
    blocked: "The person blocked the bot, or the text is not kept: it cannot be repeated",
    untitled: "Message",
    nobody: "chat",
  },
};

export const healthWords = { ru, en };
