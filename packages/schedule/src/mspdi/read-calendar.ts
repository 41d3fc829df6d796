import { type Day, dayNumber, dayOf } from "../index.ts";
import type { Notice, ProjectCalendar } from "./project.ts";
import { dayAt, isTrue, numberOf } from "./read-values.ts";
import { child, textOf, type XmlElement } from "./read-xml.ts";

/** Ten years of days off: longer ones are no calendar of a building site. */
const LONGEST_EXCEPTION = 3660;
const NO_ROW = { row: null, name: null };

export type ReadCalendar = ProjectCalendar & {
  base: number | null;
  /** Weekdays the calendar itself speaks of; others are those of its base. */
  named: number[];
  notices: Notice[];
};

/** Reads a calendar: its week and the days that differ from it. Hours of the day are not kept. */
export function readCalendar(element: XmlElement): ReadCalendar | null {
  const uid = numberOf(element, "UID");
  if (uid === null) return null;
  const name = textOf(element, "Name") ?? String(uid);
  const weekdays: number[] = [];
  const named: number[] = [];
  const days = new Map<Day, boolean>();
  const notices: Notice[] = [];
  const addDays = (period: XmlElement, worked: boolean) => {
    const [from, to] = [dayAt(period, "FromDate"), dayAt(period, "ToDate")];
    if (from === null || to === null || dayNumber(to) - dayNumber(from) >= LONGEST_EXCEPTION) {
      notices.push({ kind: "exception_out_of_range", calendar: name, ...NO_ROW });
      return;
    }
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) days.set(dayOf(day), worked);
  };
  for (const day of child(element, "WeekDays")?.children ?? []) {
    const type = numberOf(day, "DayType");
    const worked = isTrue(day, "DayWorking");
    const period = child(day, "TimePeriod");
    // Type 0 is a period of days, as files before 2007 have them; 1 is Sunday.
    if (type === 0 && period) addDays(period, worked);
    if (type === null || type < 1 || type > 7) continue;
    const weekday = type === 1 ? 7 : type - 1;
    named.push(weekday);
    if (worked) weekdays.push(weekday);
  }
  for (const exception of child(element, "Exceptions")?.children ?? []) {
    const period = child(exception, "TimePeriod");
    if (!period) continue;
    const repeated =
      (numberOf(exception, "Type") ?? 1) !== 1 && (numberOf(exception, "Occurrences") ?? 1) > 1;
    if (repeated) notices.push({ kind: "repeated_exception", calendar: name, ...NO_ROW });
    else addDays(period, isTrue(exception, "DayWorking"));
  }
  if ((child(element, "WorkWeeks")?.children.length ?? 0) > 0) {
    notices.push({ kind: "week_of_calendar", calendar: name, ...NO_ROW });
  }
  const base = numberOf(element, "BaseCalendarUID");
  const exceptions = [...days]
    .map(([day, worked]) => ({ day, worked }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    uid,
    name,
    weekdays: weekdays.sort(),
    exceptions,
    base: base !== null && base > 0 && base !== uid ? base : null,
    named,
    notices,
  };
}

/** A calendar with what it takes from its base. */
export function withBase(calendar: ReadCalendar, all: ReadonlyMap<number, ReadCalendar>): ProjectCalendar {
  const { uid, name } = calendar;
  const base = calendar.base === null ? undefined : all.get(calendar.base);
  const inherited = (base?.weekdays ?? []).filter((day) => !calendar.named.includes(day));
  const own = new Set(calendar.exceptions.map(({ day }) => day));
  const exceptions = [...calendar.exceptions, ...(base?.exceptions ?? []).filter(({ day }) => !own.has(day))];
  return {
    uid,
    name,
    weekdays: [...calendar.weekdays, ...inherited].sort(),
    exceptions: exceptions.sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}
