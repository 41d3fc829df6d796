import { onPhone, phoneStorage } from "./storage.ts";

const STORED_AS = "stsphera.person";

/** Telegram's id of the person signed in in this browser, to name what is kept here; the session is in a cookie. */
export const browserPerson = (): string => onPhone.getItem(STORED_AS) ?? "";

export const keepBrowserPerson = (telegramId: string): void => onPhone.setItem(STORED_AS, telegramId);

/** What a person read here leaves with the person, who may share the computer; what waits to be sent stays for them. */
export function forgetKept(person: string): void {
  const kept = Object.keys(phoneStorage ?? {}).filter((key) =>
    [`stsphera.read.${person}`, `stsphera.user.${person}`].some((start) => key.startsWith(start)),
  );
  for (const key of kept) phoneStorage?.removeItem(key);
}

/** Calls `listener` when another tab of this browser signs somebody else in, or out. */
export const onPersonChanged = (listener: () => void): void =>
  window.addEventListener("storage", ({ key, newValue, oldValue }) => {
    if (key === STORED_AS && newValue !== oldValue) listener();
  });

export const forgetBrowserPerson = (): void => onPhone.removeItem(STORED_AS);
