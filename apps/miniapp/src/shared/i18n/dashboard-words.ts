import { plural } from "./plural.ts";

const ru = {
  title: "Сводка",
  waiting: "Ждут вас",
  facts: "Факт на подтверждение",
  factsLine: (count: number) =>
    `${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
  judge: "Работа на проверку",
  reschedules: "Просят другой срок",
  tasks: "Ваши задачи",
  tasksToday: (all: number, today: number) => `${all}, сегодня ${today}`,
  allWaiting: "Все решения",
  people: "Новые люди",
  peopleLine: (count: number) =>
    `${count} ${plural(count, "ru", { one: "заявка", few: "заявки", other: "заявок" })}`,
  unread: "Непрочитанные уведомления",
  objects: "Объекты",
  lateFirst: "сначала отстающие",
  allObjects: (count: number) => `Все объекты · ${count}`,
  empty: "Вас ещё не добавили ни на один объект",
  emptyLine: "Добавляет руководитель проекта, придёт уведомление",
  shift: "Смена",
  entered: (done: number, total: number) => `Внесено ${done} из ${total}`,
  enter: "Внести факт",
  left: (quantity: string) => `ост. ${quantity}`,
  noPlan: "На сегодня плана нет",
  shiftFailed: "Не удалось загрузить план смены",
};

const en: typeof ru = {
  title: "Overview",
  waiting: "Waiting for you",
  facts: "Facts to confirm",
  factsLine: (count) => `${count} ${count === 1 ? "entry" : "entries"}`,
  judge: "Work to check",
  reschedules: "Asked for another date",
  tasks: "Your tasks",
  tasksToday: (all, today) => `${all}, ${today} today`,
  allWaiting: "All decisions",
  people: "New people",
  peopleLine: (count) => `${count} ${count === 1 ? "request" : "requests"}`,
  unread: "Unread notices",
  objects: "Sites",
  lateFirst: "furthest behind first",
  allObjects: (count) => `All sites · ${count}`,
  empty: "You are not on any site yet",
  emptyLine: "The project manager adds you; you will be told",
  shift: "Shift",
  entered: (done, total) => `${done} of ${total} entered`,
  enter: "Enter facts",
  left: (quantity) => `left ${quantity}`,
  noPlan: "No plan for today",
  shiftFailed: "The shift's plan could not be loaded",
};

export const dashboardWords = { ru, en };
