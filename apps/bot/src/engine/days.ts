import { day as anyDay } from "@stsphera/contracts";
import type { Turn } from "./turn.ts";

const DAY_MS = 86_400_000;
/** An object's day turns at six in the morning. */
const CUTOFF_MS = 6 * 3_600_000;
const TYPED = /^(\d{1,2})[.,/ ](\d{1,2})(?:[.,/ ](\d{4}|\d{2}))?$/;

/** The working day it is for a person, where no object says it. */
export function personsToday(turn: Turn): string {
  const timeZone = turn.actor?.timeZone ?? "Europe/Moscow";
  const at = new Date(turn.now.getTime() - CUTOFF_MS);
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}

/** The day `by` days after another. */
export const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

/** True for a day that stands in the calendar, of the years that every verb takes. */
export const isDay = (text: string): boolean => anyDay.safeParse(text).success;

const NAMED: ReadonlyMap<string, number> = new Map([
  ["вчера", -1],
  ["сегодня", 0],
  ["завтра", 1],
  ["послезавтра", 2],
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

const padded = (number: string): string => number.padStart(2, "0");

/**
 * A day as a person types it: «завтра», «24.09», «24.09.26», «24.09.2026». Without a year it is the next such day from `today`
 * on, or the one of this year where `past` days are meant too. Null for what is no day.
 */
export function readDay(text: string, today: string, { past = false } = {}): string | null {
  const named = NAMED.get(text.trim().toLocaleLowerCase("ru"));
  if (named !== undefined) return named < 0 && !past ? null : shiftDay(today, named);
  const match = TYPED.exec(text.trim());
  if (match === null) return null;
  const [, day = "", month = "", year] = match;
  const rest = `${padded(month)}-${padded(day)}`;
  if (year !== undefined) {
    const full = `${year.length === 2 ? `20${year}` : year}-${rest}`;
    return isDay(full) ? full : null;
  }
  const thisYear = Number(today.slice(0, 4));
  const years = past ? [thisYear] : [thisYear, thisYear + 1];
  return years.map((one) => `${one}-${rest}`).find((one) => isDay(one) && (past || one >= today)) ?? null;
}
