import type { Locale } from "../vocabulary.ts";

/** The ways of agreeing that show a text, each with the button that says yes. */
export type ConsentPlace = "chat" | "app" | "again";

export const CONSENT_BUTTONS: Readonly<Record<Locale, Readonly<Record<ConsentPlace, string>>>> = {
  ru: { chat: "Начать", app: "Отправить заявку", again: "Согласиться снова" },
  en: { chat: "Begin", app: "Send the request", again: "Agree again" },
};

/** What a person agrees to by pressing the button under it. */
export const consentSentence = (place: ConsentPlace, locale: Locale): string =>
  locale === "ru"
    ? `Нажимая «${CONSENT_BUTTONS.ru[place]}», вы соглашаетесь на обработку имени, телефона и фото с объекта.`
    : `By pressing “${CONSENT_BUTTONS.en[place]}” you agree to the processing of your name, phone and photos from the object.`;
