import { plural } from "./plural.ts";

const ru = {
  title: "Профиль",
  theme: "Тема",
  themes: { telegram: "Как в Telegram", dark: "Тёмная", light: "Светлая", street: "Улица" },
  themeHints: { street: "Наибольший контраст для яркого солнца" },
  language: "Язык",
  languages: { ru: "Русский", en: "English" },
  queue: "В очереди на отправку",
  saved: "Сохранено",
  languageFailed: "Язык сменился на этом телефоне; сервер о нём узнает позже",
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
  theme: "Theme",
  themes: { telegram: "As in Telegram", dark: "Dark", light: "Light", street: "Street" },
  themeHints: { street: "The strongest contrast, for bright sun" },
  language: "Language",
  languages: { ru: "Русский", en: "English" },
  queue: "Waiting to be sent",
  saved: "Saved",
  languageFailed: "The language changed on this phone; the server will learn of it later",
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
