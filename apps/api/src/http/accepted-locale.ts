import type { Locale } from "@stsphera/contracts";

/** The language a browser asks for: English when it stands first, Russian otherwise. */
export function acceptedLocale(header: string | undefined): Locale {
  const [first = ""] = (header ?? "").split(",");
  return /^\s*en\b/i.test(first) ? "en" : "ru";
}
