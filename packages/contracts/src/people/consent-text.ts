import type { Locale } from "../vocabulary.ts";
import { type ConsentPlace, consentSentence } from "./consent-sentence.ts";

type Notice = { title: string; lines: readonly string[] };

/** The page that the sentence of agreement links to: which personal data are kept, and why. */
export const PRIVACY_NOTICE: Readonly<Record<Locale, Notice>> = {
  ru: {
    title: "Что хранится и зачем",
    lines: [
      "Имя и номер аккаунта Telegram: чтобы записи о работах имели автора.",
      "Телефон, если вы его отправили: по нему администратор узнаёт сотрудника. В чатах номер не виден.",
      "Фото с объекта: они остаются при записях о работах как подтверждение сделанного.",
      "Записи о работах и время их внесения: из них складывается отчёт по объекту.",
      "Браузер и сетевой адрес входа: чтобы вы видели, где открыто приложение, и могли закрыть чужое.",
      "Данные видят сотрудники компании по своим ролям. Третьим лицам они не передаются.",
      "Исправить имя, выгрузить свои данные или попросить их удалить можно в профиле приложения и через администратора.",
      "После удаления записи о работах остаются, но без имени: их автор называется удалённым пользователем.",
    ],
  },
  en: {
    title: "What is kept and why",
    lines: [
      "Your name and the number of your Telegram account: records of work need an author.",
      "Your phone, if you sent it: the administrator knows an employee by it. It is not shown in chats.",
      "Photos of the site: they stay with the records of work as proof of what was done.",
      "Records of work and the time they were made: the object's report is built from them.",
      "The browser and the network address of a sign-in: you see where the app is open and can close what is not yours.",
      "Employees of the company see the data by their roles. It is not given to third parties.",
      "You correct your name, take your data out or ask for their erasure in the profile of the app, or through the administrator.",
      "After an erasure the records of work stay without the name: their author is called an erased user.",
    ],
  },
};

/** All that a person agreed to, word for word, as it is kept with the agreement. */
export function consentText(place: ConsentPlace, locale: Locale): string {
  const { title, lines } = PRIVACY_NOTICE[locale];
  return [consentSentence(place, locale), title, ...lines].join("\n");
}
