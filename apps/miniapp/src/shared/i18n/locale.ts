import type { Locale } from "@stsphera/contracts/vocabulary";
import { useSyncExternalStore } from "react";

const STORED_AS = "stsphera.locale";
const listeners = new Set<() => void>();
const isLocale = (value: unknown): value is Locale => value === "ru" || value === "en";

const stored = localStorage.getItem(STORED_AS);
let chosen: Locale = isLocale(stored) ? stored : "ru";

function apply(locale: Locale): void {
  chosen = locale;
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

/** The choice of this person, kept on the phone. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(STORED_AS, locale);
  apply(locale);
}

/** Takes the language of the account, unless another one was chosen on this phone. */
export function followAccountLocale(locale: Locale): void {
  if (localStorage.getItem(STORED_AS) === null) apply(locale);
}

export const currentLocale = (): Locale => chosen;

export function useLocale(): Locale {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, currentLocale);
}

/** A part of the dictionary: the same keys in both languages, checked by their types. */
export type Words<T> = Readonly<Record<Locale, T>>;

export function useWords<T>(words: Words<T>): T {
  return words[useLocale()];
}
