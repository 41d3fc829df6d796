import type { Locale } from "@stsphera/contracts/vocabulary";
import { useSyncExternalStore } from "react";
import { onPhone } from "../storage.ts";

const STORED_AS = "stsphera.locale";
const listeners = new Set<() => void>();
const isLocale = (value: unknown): value is Locale => value === "ru" || value === "en";

const stored = onPhone.getItem(STORED_AS);
let chosen: Locale = isLocale(stored) ? stored : "ru";

/** The first load holds Russian alone; what is shown in English waits for its words. */
async function loadWords(locale: Locale): Promise<void> {
  if (locale === "en") await import("./english.ts");
}

/** Resolves when the words of this person are there. */
export const startLocale = (): Promise<void> => loadWords(chosen);

async function apply(locale: Locale): Promise<void> {
  await loadWords(locale);
  chosen = locale;
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

/** The choice of this person, kept on the phone. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await apply(locale);
  onPhone.setItem(STORED_AS, locale);
}

/** Takes the language of the account, unless another one was chosen on this phone. */
export function followAccountLocale(locale: Locale): void {
  // A network lost in between leaves the language that is shown.
  if (onPhone.getItem(STORED_AS) === null && locale !== chosen) apply(locale).catch(reportError);
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
