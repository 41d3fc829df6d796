import { plural } from "./plural.ts";

const people = (count: number) =>
  `${count} ${plural(count, "ru", { one: "человек", few: "человека", other: "человек" })}`;

const ru = {
  sections: { overview: "Обзор", fact: "Факт", facade: "Фасад", tasks: "Задачи", team: "Команда" },
  sectionsLabel: "Разделы объекта",
  deadline: "Срок",
  forecast: "Прогноз",
  byContract: "Срок по договору",
  noDeadline: "не задан",
  about: (day: string) => `≈ ${day}`,
  why: "Почему",
  pace: (needed: string, reached: string) => `Нужно ${needed} чел·ч в смену, идёт ${reached}`,
  paceReached: (reached: string) => `Идёт ${reached} чел·ч в смену`,
  unitPace: (needed: string, reached: string) => `Нужно ${needed} в смену, идёт ${reached}`,
  finishPast: (day: string) => `срок ${day} прошёл`,
  facades: "Фасады",
  fact: "факт",
  plan: "план",
  of: (fact: string, plan: string) => `${fact} из ${plan}`,
  allWorks: "Все работы",
  left: (quantity: string) => `осталось ${quantity}`,
  yesterday: "Со вчерашнего дня",
  todayTitle: "Сегодня",
  modules: (quantity: string, count: number) =>
    `${quantity}\u00a0${plural(count, "ru", { one: "модуль", few: "модуля", other: "модулей" })}`,
  brackets: (quantity: string, count: number) =>
    `${quantity}\u00a0${plural(count, "ru", { one: "кронштейн", few: "кронштейна", other: "кронштейнов" })}`,
  points: (points: string) => `${points}\u00a0п.п.`,
  entries: (count: number) =>
    `${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
  photos: (count: number) => `${count} фото`,
  nothingToday: "Сегодня записей ещё нет",
  toConfirm: (count: number) =>
    `Ждут вас: ${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
  onHold: "Приостановлен",
  noFacades: "Объёмы по этажам не заполнены",
  noFacadesLine: "Их заполняет руководитель проекта",
  team: "Команда",
  people,
  noTeam: "В команде пока никого нет",
  address: "Адрес",
  customer: "Заказчик",
};

const en: typeof ru = {
  sections: { overview: "Overview", fact: "Facts", facade: "Facade", tasks: "Tasks", team: "Team" },
  sectionsLabel: "Sections of the object",
  deadline: "Dates",
  forecast: "Forecast",
  byContract: "Due by contract",
  noDeadline: "not set",
  about: (day) => `≈ ${day}`,
  why: "Why",
  pace: (needed, reached) => `${needed} man-hours a shift needed, ${reached} reached`,
  paceReached: (reached) => `${reached} man-hours a shift reached`,
  unitPace: (needed, reached) => `${needed} a shift needed, ${reached} reached`,
  finishPast: (day) => `was due ${day}`,
  facades: "Facades",
  fact: "fact",
  plan: "plan",
  of: (fact, plan) => `${fact} of ${plan}`,
  allWorks: "All works",
  left: (quantity) => `${quantity} left`,
  yesterday: "Since yesterday",
  todayTitle: "Today",
  modules: (quantity, count) =>
    `${quantity}\u00a0${plural(count, "en", { one: "module", other: "modules" })}`,
  brackets: (quantity, count) =>
    `${quantity}\u00a0${plural(count, "en", { one: "bracket", other: "brackets" })}`,
  points: (points) => `${points}\u00a0pts`,
  entries: (count) => `${count} ${count === 1 ? "entry" : "entries"}`,
  photos: (count) => `${count} ${count === 1 ? "photo" : "photos"}`,
  nothingToday: "No entries yet today",
  toConfirm: (count) => `Waiting for you: ${count} ${count === 1 ? "entry" : "entries"}`,
  onHold: "On hold",
  noFacades: "Quantities by floor are not filled in",
  noFacadesLine: "The project manager fills them in",
  team: "Team",
  people: (count) => `${count} ${count === 1 ? "person" : "people"}`,
  noTeam: "Nobody is in the team yet",
  address: "Address",
  customer: "Customer",
};

export const objectWords = { ru, en };
