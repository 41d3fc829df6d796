import { plural } from "../../shared/i18n/plural.ts";

const ru = {
  title: "Профиль",
  sectionsLabel: "Разделы профиля",
  sections: { profile: "Профиль", tasks: "Задачи", activity: "Активность", settings: "Настройки" },
  andMore: (name: string, others: number) => `${name} и ещё ${others}`,
  figures: {
    title: "За 30 дней",
    facts: "Факт вовремя",
    tasks: "Задачи в срок",
    reaction: "Ответ на задачу",
    overdue: "Просрочено сейчас",
    shifts: (count: number) =>
      `${count} ${plural(count, "ru", { one: "смена", few: "смены", other: "смен" })}`,
    count: (count: number) =>
      `${count} ${plural(count, "ru", { one: "задача", few: "задачи", other: "задач" })}`,
    none: "пока не было",
    few: (behind: string) => `мало данных: ${behind}`,
    ofShifts: (done: number, all: number) =>
      `${done} из ${all} ${plural(all, "ru", { one: "смены", few: "смен", other: "смен" })}`,
    ofTasks: (done: number, all: number) => `${done} из ${all}`,
    mean: (minutes: number) =>
      `в среднем ${minutes < 60 ? `${minutes}\u00a0мин` : `${Math.round(minutes / 60)}\u00a0ч`} рабочего времени`,
  },
  awaiting: "Жду решения",
  toDecide: "Ждут меня",
  people: "Люди компании",
  openPeople: "открыть",
  queue: "В очереди на отправку",
  queueTitle: "Очередь",
  queueSafe: "Ничего не потеряно: всё лежит в телефоне",
  queueEmpty: "Очередь пуста",
  queueEmptyLine: "Записи без сети появятся здесь и уйдут сами",
  sendNow: "Отправить сейчас",
  waiting: "ждёт связи",
  waitingEntry: "ждёт своей записи",
  refused: "не принято",
  mend: "Исправить",
  remove: "Убрать",
  addAnyway: "Добавить ещё",
  photo: "Фото",
  items: (count: number) =>
    `${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
};

const en: typeof ru = {
  title: "Profile",
  sectionsLabel: "Parts of the profile",
  sections: { profile: "Profile", tasks: "Tasks", activity: "Activity", settings: "Settings" },
  andMore: (name, others) => `${name} and ${others} more`,
  figures: {
    title: "In 30 days",
    facts: "Facts on time",
    tasks: "Tasks on time",
    reaction: "Answer to a task",
    overdue: "Overdue now",
    shifts: (count) => `${count} ${count === 1 ? "shift" : "shifts"}`,
    count: (count) => `${count} ${count === 1 ? "task" : "tasks"}`,
    none: "none yet",
    few: (behind) => `not enough yet: ${behind}`,
    ofShifts: (done, all) => `${done} of ${all} ${all === 1 ? "shift" : "shifts"}`,
    ofTasks: (done, all) => `${done} of ${all}`,
    mean: (minutes) =>
      `${minutes < 60 ? `${minutes}\u00a0min` : `${Math.round(minutes / 60)}\u00a0h`} of working time on average`,
  },
  awaiting: "Awaiting a decision",
  toDecide: "Waiting for me",
  people: "People of the company",
  openPeople: "open",
  queue: "Waiting to be sent",
  queueTitle: "Queue",
  queueSafe: "Nothing is lost: everything is on the phone",
  queueEmpty: "The queue is empty",
  queueEmptyLine: "Entries made without a network appear here and go by themselves",
  sendNow: "Send now",
  waiting: "waits for a network",
  waitingEntry: "waits for its entry",
  refused: "refused",
  mend: "Correct",
  remove: "Remove",
  addAnyway: "Add anyway",
  photo: "Photo",
  items: (count) => `${count} ${count === 1 ? "entry" : "entries"}`,
};

export const profileWords = { ru, en };
