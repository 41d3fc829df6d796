import type { Locale } from "@stsphera/contracts";

/** The language that the app shows, which it names alone; null for a browser's list, and without one. */
export const shownLocale = (header: string | undefined): Locale | null =>
  header === "ru" || header === "en" ? header : null;

/** The language a browser asks for: English if it is listed first, otherwise Russian. */
export function acceptedLocale(header: string | undefined): Locale {
  const [first = ""] = (header ?? "").split(",");
  return /^\s*en\b/i.test(first) ? "en" : "ru";
}
