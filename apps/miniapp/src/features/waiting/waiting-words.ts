import { plural } from "../../shared/i18n/plural.ts";

const ru = {
  title: "Ждут вас",
  label: "Что ждёт",
  all: "Всё",
  kinds: {
    fact_days: "Факт",
    task_to_judge: "Проверка",
    extra_to_decide: "Доп. работы",
    reschedule: "Сроки",
    task_to_take: "Задачи",
    person: "Люди",
    erasure: "Удаление данных",
  },
  what: {
    fact_days: (day: string, count: number) =>
      `факт за ${day}, ${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
    task_to_judge: "сдана на проверку",
    extra_to_decide: "работа сверх договора",
    reschedule: (day: string) => `просят срок ${day}`,
    task_to_take: "задача вам",
    person: "ждёт доступа",
    erasure: "просьба удалить данные",
  },
  since: (day: string) => `с ${day}`,
  sinceToday: "с сегодняшнего дня",
  sinceYesterday: "со вчерашнего дня",
  overdue: "просрочено",
  person: { approve: "Дать доступ", refuse: "Отказать" },
  titleOthers: "Жду решения",
  emptyOthers: "Решений вы не ждёте",
  emptyOthersLine: "Сданные задачи, факт и просьбы о сроке, пока их не решили, появятся здесь",
  empty: "Ничего не ждёт вашего решения",
  emptyLine: "Задачи, факт и заявки, которые решаете вы, появятся здесь",
};

const en: typeof ru = {
  title: "Waiting for you",
  label: "What waits",
  all: "All",
  kinds: {
    fact_days: "Facts",
    task_to_judge: "To check",
    extra_to_decide: "Extra works",
    reschedule: "Dates",
    task_to_take: "Tasks",
    person: "People",
    erasure: "Erasures",
  },
  what: {
    fact_days: (day, count) => `facts of ${day}, ${count} ${count === 1 ? "entry" : "entries"}`,
    task_to_judge: "handed in",
    extra_to_decide: "work beyond the contract",
    reschedule: (day) => `asks for ${day}`,
    task_to_take: "a task for you",
    person: "waits for access",
    erasure: "asks for erasure",
  },
  since: (day) => `since ${day}`,
  sinceToday: "since today",
  sinceYesterday: "since yesterday",
  overdue: "overdue",
  person: { approve: "Let in", refuse: "Refuse" },
  titleOthers: "Awaiting a decision",
  emptyOthers: "You await no decision",
  emptyOthersLine: "Tasks you handed in, your facts and requests stand here until they are decided",
  empty: "Nothing waits for your decision",
  emptyLine: "Tasks, facts and requests that you decide appear here",
};

export const waitingWords = { ru, en };
