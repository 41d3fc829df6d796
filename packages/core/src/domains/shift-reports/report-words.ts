import { dayWithYear, withUnit } from "@stsphera/contracts/format";
import { PARTY_CAPTIONS, SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import {
  type DowntimeReason,
  type Locale,
  type Party,
  SHIFT_NOTES,
  type ShiftNote,
} from "@stsphera/contracts/vocabulary";
import { createTranslators, translator } from "@stsphera/telegram";
import { reportEn } from "./locales/en.ts";
import { reportRu } from "./locales/ru.ts";

/** Texts of reports. */
export const reportWords = createTranslators(reportRu, reportEn);

const isNote = (code: string): code is ShiftNote => SHIFT_NOTES.some((note) => note === code);

/** How a reader writes codes, hours and days in a text that leaves the system. */
export const sayingIn = (locale: Locale, today: string) => ({
  t: reportWords(locale),
  party: (party: Party): string => PARTY_CAPTIONS[locale][party].toLocaleLowerCase(locale),
  /** «ветер», or the words that say more. */
  what: ({ code, words }: { code: DowntimeReason | ShiftNote; words: string | null }): string => {
    if (code === "other") return words ?? "";
    const caption = isNote(code) ? SHIFT_NOTE_CAPTIONS[locale][code] : translator(locale)(`reason.${code}`);
    const lower = caption.toLocaleLowerCase(locale);
    return words === null ? lower : `${lower} (${words})`;
  },
  people: (count: number): string => withUnit(String(count), "чел.", locale),
  hours: (hours: string): string => withUnit(hours, "ч", locale),
  manHours: (hours: string): string => withUnit(hours, "чел.-ч", locale),
  day: (day: string): string => dayWithYear(day, today, locale),
});
export type Saying = ReturnType<typeof sayingIn>;
