import { fullDay, withUnit } from "@stsphera/contracts/format";
import { PARTY_CAPTIONS, SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import {
  type DowntimeReason,
  type Locale,
  type Party,
  SHIFT_NOTES,
  type ShiftNote,
} from "@stsphera/contracts/vocabulary";
import { createTranslators, translator } from "@stsphera/telegram";
import { paperTexts } from "./paper-texts.ts";

/** The language of papers. */
export const PAPER_LOCALE: Locale = "ru";
const locale = PAPER_LOCALE;

/** Texts of papers. */
const t = createTranslators(paperTexts, {})(locale);

const isNote = (code: string): code is ShiftNote => SHIFT_NOTES.some((note) => note === code);

/** How codes, hours and days are written in a text that leaves the system: a day always with its year. */
export const saying = {
  t,
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
  day: (day: string): string => fullDay(day, locale),
  /** «сентябрь 2026» */
  month: (month: string): string => {
    const date = new Date(`${month}-01T00:00:00Z`);
    const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(date);
    return `${name} ${date.getUTCFullYear()}`;
  },
};
export type Saying = typeof saying;
