import { shortWorkName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts";
import type { BotTranslator } from "../locales/i18n.ts";
import type { Turn } from "./turn.ts";

/** What a message needs to address a user. */
export type Words = { t: BotTranslator; locale: Locale; timeZone: string };

export const wordsOf = (turn: Turn): Words => ({
  t: turn.t,
  locale: turn.locale,
  timeZone: turn.actor?.timeZone ?? "Europe/Moscow",
});

/** Time of day of an instant in the user's time zone: «16:50». */
export function timeOf(instant: string, { timeZone }: Words): string {
  return new Intl.DateTimeFormat("ru-RU", { timeZone, hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );
}

/** A cell, abbreviated: «Юг 11». */
export const shortPlace = (cell: { facade: string; floor: string }): string => `${cell.facade} ${cell.floor}`;

/** A cell in full: «Юг, 11 этаж». */
export const placeInWords = ({ t }: Words, cell: { facade: string; floor: string }): string =>
  t("fact.place", { facade: cell.facade, floor: cell.floor });

/** Name of a work type as people say it. */
export const workName = (work: { name: string }): string => shortWorkName(work.name);

/** The same inside a sentence: «модули»; abbreviations keep their capitals. */
export function workInSentence(work: { name: string }): string {
  const name = workName(work);
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase("ru") + name.slice(1) : name;
}

/** The same text at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
