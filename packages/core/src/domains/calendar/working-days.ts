import { addDays, type Day, isoWeekday } from "../../kernel/time/days.ts";

/** A published production calendar of one year, as exceptions to Monday–Friday. */
export type CalendarYear = { daysOff: ReadonlySet<Day>; workingWeekends: ReadonlySet<Day> };

export type WorkCalendar = {
  /** ISO weekdays that are worked. */
  workWeek: readonly number[];
  /** Whether days moved by the production calendar apply; statutory holidays always do. */
  followTransfers: boolean;
  /** Published years. */
  years: ReadonlyMap<number, CalendarYear>;
  /** The object's own exceptions: true for worked, false for off; they take precedence. */
  overrides: ReadonlyMap<Day, boolean>;
};

/** Statutory holidays of the Labour Code of the Russian Federation, article 112. */
const STATUTORY = new Set([
  "01-01",
  "01-02",
  "01-03",
  "01-04",
  "01-05",
  "01-06",
  "01-07",
  "01-08",
  "02-23",
  "03-08",
  "05-01",
  "05-09",
  "06-12",
  "11-04",
]);

/** Days of a year that are off regardless of what is published. */
export const statutoryDays = (year: number): Day[] => [...STATUTORY].map((day) => `${year}-${day}`).sort();

const movedByYear = new Map<number, ReadonlySet<Day>>();

/**
 * Days off of a year not yet published, to which holidays on a Saturday or Sunday move: the next working day each.
 * Those of 1–8 January move by decree, to days unknown before. Source: Labour Code, article 112.
 */
export function statutoryMoves(year: number): ReadonlySet<Day> {
  const known = movedByYear.get(year);
  if (known !== undefined) return known;
  const moved = new Set<Day>();
  for (const holiday of statutoryDays(year)) {
    if (holiday.slice(5, 7) === "01" || isoWeekday(holiday) < 6) continue;
    let day = addDays(holiday, 1);
    while (isoWeekday(day) > 5 || STATUTORY.has(day.slice(5)) || moved.has(day)) day = addDays(day, 1);
    moved.add(day);
  }
  movedByYear.set(year, moved);
  return moved;
}

/** The published country calendar: a five-day week with moved days. */
export function countryCalendar(years: WorkCalendar["years"]): WorkCalendar {
  return { workWeek: [1, 2, 3, 4, 5], followTransfers: true, years, overrides: new Map() };
}

export const yearOf = (day: Day) => Number(day.slice(0, 4));

/** True when the day's year is not published, so only what the law says of it is known. */
export function isProvisional(calendar: WorkCalendar, day: Day): boolean {
  return !calendar.years.has(yearOf(day));
}

export function isWorkday(calendar: WorkCalendar, day: Day): boolean {
  const override = calendar.overrides.get(day);
  if (override !== undefined) return override;
  if (STATUTORY.has(day.slice(5))) return false;
  if (calendar.followTransfers) {
    const year = calendar.years.get(yearOf(day));
    if (year?.workingWeekends.has(day) === true) return true;
    if ((year?.daysOff ?? statutoryMoves(yearOf(day))).has(day)) return false;
  }
  return calendar.workWeek.includes(isoWeekday(day));
}

/** The first working day on or after a day. */
export function workdayFrom(calendar: WorkCalendar, day: Day): Day {
  let at = day;
  for (let steps = 0; !isWorkday(calendar, at); steps += 1) {
    if (steps > 800) throw new Error("a calendar without working days");
    at = addDays(at, 1);
  }
  return at;
}

/**
 * The last day of work of `duration` working days starting on `start`, both inclusive. A start on a day off moves to
 * the next working day.
 */
export function finishOf(calendar: WorkCalendar, start: Day, duration: number): Day {
  let at = workdayFrom(calendar, start);
  for (let left = duration - 1; left > 0; left -= 1) at = workdayFrom(calendar, addDays(at, 1));
  return at;
}

/** Working days of a range, both ends inclusive. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = from; at <= to; at = addDays(at, 1)) if (isWorkday(calendar, at)) days.push(at);
  return days;
}
