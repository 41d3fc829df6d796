import { isoWeekday } from "../../../kernel/index.ts";
import type { CalendarYearAnswer } from "@stsphera/contracts";
import { countryCalendar, statutoryDays, statutoryMoves, workdaysBetween } from "../index.ts";
import type { YearDays } from "./year-days.ts";

export type YearRow = YearDays & { year: number; version: number };

/** A published year; else one with what the law says of it, marked as such. */
export function presentYear(year: number, row: YearRow | undefined): CalendarYearAnswer {
  const { months, workdays } = totalsOf(year, row ?? null);
  const unpublished = {
    daysOff: [...statutoryDays(year).filter((day) => isoWeekday(day) < 6), ...statutoryMoves(year)].sort(),
    workingWeekends: [],
    shortDays: [],
  };
  const { daysOff, workingWeekends, shortDays } = row ?? unpublished;
  return {
    year,
    provisional: row === undefined,
    workdays,
    months,
    version: row?.version ?? null,
    daysOff,
    workingWeekends,
    shortDays,
  };
}

/** Working days of a year and of its months; null for an unpublished year. */
export function totalsOf(year: number, days: YearDays | null): { workdays: number; months: number[] } {
  const published =
    days === null
      ? []
      : [[year, { daysOff: new Set(days.daysOff), workingWeekends: new Set(days.workingWeekends) }] as const];
  const worked = workdaysBetween(countryCalendar(new Map(published)), `${year}-01-01`, `${year}-12-31`);
  const months = Array.from(
    { length: 12 },
    (_, at) => worked.filter((day) => Number(day.slice(5, 7)) === at + 1).length,
  );
  return { workdays: worked.length, months };
}
