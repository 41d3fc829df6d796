import { onPhone } from "./storage.ts";

const STORED_AS = "stsphera.person";

/** Telegram's id of the person signed in in this browser, to name what is kept here; the session is in a cookie. */
export const browserPerson = (): string => onPhone.getItem(STORED_AS) ?? "";

export const keepBrowserPerson = (telegramId: string): void => onPhone.setItem(STORED_AS, telegramId);

export const forgetBrowserPerson = (): void => onPhone.removeItem(STORED_AS);
