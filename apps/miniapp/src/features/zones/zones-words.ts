import { plural } from "../../shared/i18n/plural.ts";

const people = (count: number) =>
  `${count} ${plural(count, "ru", { one: "человек", few: "человека", other: "человек" })}`;

const ru = {
  title: "Захватки",
  empty: "Захваток пока нет",
  emptyLine:
    "Захватка — часть фасада со своим прорабом: его строки факта стоят первыми. Их задаёт РП или ПТО",
  add: "Новая захватка",
  edit: "Изменить",
  remove: "Убрать",
  save: "Сохранить",
  floors: (facade: string, from: string, to: string) =>
    from === to ? `${facade}, этаж ${from}` : `${facade}, этажи ${from}–${to}`,
  axes: (axes: string) => `оси ${axes}`,
  foreman: (name: string) => `Прораб ${name}`,
  noForeman: "Без прораба",
  modules: (done: string, plan: string) => `модули ${done} из ${plan}`,
  noPlan: "объёмы не заполнены",
  done: "Готово",
  crews: {
    title: "Бригады",
    empty: "Бригад пока нет",
    emptyLine:
      "Монтажник вносит работу своей бригады, прораб выбирает бригаду в строке. Бригады заводит РП или ПТО",
    add: "Новая бригада",
    edit: "Изменить",
    members: "Люди",
    lead: (name: string) => `Бригадир ${name}`,
    people,
    accounts: (names: string) => `В системе: ${names}`,
    noAccounts: "В системе никого: факт за бригаду вносит прораб",
  },
};

const en: typeof ru = {
  title: "Zones",
  empty: "There are no zones yet",
  emptyLine:
    "A zone is a part of a facade with its own foreman, whose lines come first in the form. The project manager or PTO sets them",
  add: "New zone",
  edit: "Change",
  remove: "Remove",
  save: "Save",
  floors: (facade, from, to) =>
    from === to ? `${facade}, floor ${from}` : `${facade}, floors ${from}–${to}`,
  axes: (axes) => `axes ${axes}`,
  foreman: (name) => `Foreman ${name}`,
  noForeman: "No foreman",
  modules: (done, plan) => `modules ${done} of ${plan}`,
  noPlan: "nothing is planned",
  done: "Done",
  crews: {
    title: "Crews",
    empty: "There are no crews yet",
    emptyLine:
      "An installer enters the work of their crew, a foreman chooses the crew of a line. The project manager or PTO adds crews",
    add: "New crew",
    edit: "Change",
    members: "People",
    lead: (name) => `Lead ${name}`,
    people: (count) => `${count} ${count === 1 ? "person" : "people"}`,
    accounts: (names) => `In the system: ${names}`,
    noAccounts: "Nobody in the system: the foreman enters for the crew",
  },
};

export const zonesWords = { ru, en };
