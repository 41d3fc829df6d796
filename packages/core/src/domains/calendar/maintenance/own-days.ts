import { isWorkday, type WorkCalendar } from "../index.ts";
import { invalidField, type Day } from "../../../kernel/index.ts";
import type { OwnDay } from "./object-calendar-row.ts";

/** An object's own days, sorted; a repeated day is refused with its index. */
export function checkedOwnDays(days: readonly OwnDay[]): OwnDay[] {
  const seen = new Set<Day>();
  for (const [at, { day }] of days.entries()) {
    if (seen.has(day)) throw invalidField(`days.${at}.day`, "given_twice");
    seen.add(day);
  }
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The days on which two calendars of one object differ, sorted. */
export function changedDays(before: WorkCalendar, after: WorkCalendar): Day[] {
  const touched = new Set([...before.overrides.keys(), ...after.overrides.keys()]);
  return [...touched].filter((day) => isWorkday(before, day) !== isWorkday(after, day)).sort();
}
