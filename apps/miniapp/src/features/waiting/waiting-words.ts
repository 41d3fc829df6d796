import { plural } from "../../shared/i18n/plural.ts";

const ru = {
  title: "Ждут вас",
  label: "Что ждёт",
  all: "Всё",
  kinds: {
    fact_days: "Факт",
    fact_returned: "Исправить",
    task_to_judge: "Проверка",
    extra_to_decide: "Доп. работы",
    reschedule: "Сроки",
    task_to_take: "Задачи",
    zone_to_lead: "Захватки",
    person: "Люди",
  },
  what: {
    fact_days: (day: string, count: number) =>
      `факт за ${day}, ${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
    fact_returned: (day: string) => `факт за ${day} возвращён, исправьте`,
    task_to_judge: "сдана на проверку",
    extra_to_decide: "работа сверх договора",
    reschedule: (day: string) => `просят срок ${day}`,
    task_to_take: "задача вам",
    zone_to_lead: "захватка без прораба",
    person: "ждёт доступа",
  },
  sinceToday: "с сегодняшнего дня",
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
    fact_returned: "To correct",
    task_to_judge: "To check",
    extra_to_decide: "Extra works",
    reschedule: "Dates",
    task_to_take: "Tasks",
    zone_to_lead: "Zones",
    person: "People",
  },
  what: {
    fact_days: (day, count) => `facts of ${day}, ${count} ${count === 1 ? "entry" : "entries"}`,
    fact_returned: (day) => `the fact of ${day} was returned, correct it`,
    task_to_judge: "handed in",
    extra_to_decide: "work beyond the contract",
    reschedule: (day) => `asks for ${day}`,
    task_to_take: "a task for you",
    zone_to_lead: "a zone without a foreman",
    person: "waits for access",
  },
  sinceToday: "since today",
  overdue: "overdue",
  person: { approve: "Let in", refuse: "Refuse" },
  titleOthers: "Awaiting a decision",
  emptyOthers: "You await no decision",
  emptyOthersLine: "Tasks you handed in, your facts and requests stand here until they are decided",
  empty: "Nothing waits for your decision",
  emptyLine: "Tasks, facts and requests that you decide appear here",
};

export const waitingWords = { ru, en };
