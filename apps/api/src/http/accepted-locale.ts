import type { Locale } from "@stsphera/contracts";

/** The language a browser asks for: English if it is listed first, otherwise Russian. */
export function acceptedLocale(header: string | undefined): Locale {
  const [first = ""] = (header ?? "").split(",");
  return /^\s*en\b/i.test(first) ? "en" : "ru";
}
