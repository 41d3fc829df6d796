import type { Locale } from "@stsphera/contracts/vocabulary";
import { isPersonalMark } from "../../kernel/index.ts";

/** What is read where personal data stood before their erasure. */
export const ERASED_WORD: Readonly<Record<Locale, string>> = { ru: "удалено", en: "erased" };

/** A value of a row, with the word in place of a mark that nothing was put back for. */
export const legible = (value: unknown, locale: Locale): unknown =>
  isPersonalMark(value) ? ERASED_WORD[locale] : value;
