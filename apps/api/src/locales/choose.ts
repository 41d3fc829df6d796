import type { Locale } from "@stsphera/contracts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import type { Texts } from "./texts.ts";

const TEXTS: Readonly<Record<Locale, Texts>> = { ru, en };

export const textsOf = (locale: Locale): Texts => TEXTS[locale];

/** The language a browser asks for: English when it stands first, Russian otherwise. */
export function acceptedLocale(header: string | undefined): Locale {
  const [first = ""] = (header ?? "").split(",");
  return /^\s*en\b/i.test(first) ? "en" : "ru";
}

export function fill(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
