import type { ObjectCalendar } from "@stsphera/contracts";
import { createWorkdays, dayNumber, weekdayOf, type Workdays } from "@stsphera/schedule";

/** The working days of an object, as far as they were asked for; beyond that its week. */
export type DayRule = {
  readonly isWorkday: (day: number) => boolean;
  readonly workdays: Workdays;
};

const FIVE_DAYS = [1, 2, 3, 4, 5];

export function dayRuleOf(answers: readonly Pick<ObjectCalendar, "workWeek" | "days">[]): DayRule {
  const known = new Map<number, boolean>();
  for (const { days } of answers) for (const { day, working } of days) known.set(dayNumber(day), working);
  const week = answers[0]?.workWeek ?? FIVE_DAYS;
  const isWorkday = (day: number) => known.get(day) ?? week.includes(weekdayOf(day));
  return { isWorkday, workdays: createWorkdays(isWorkday) };
}

/** The most days that one answer tells of. */
const PART = 400;
const PARTS = 6;

/** Spans of days that cover a schedule, each short enough to be asked at once. */
export function partsOf(first: number, last: number): { from: number; to: number }[] {
  const count = Math.min(Math.max(Math.ceil((last - first + 1) / PART), 1), PARTS);
  return Array.from({ length: count }, (_, at) => {
    const from = first + at * PART;
    return { from, to: Math.min(from + PART - 1, Math.max(last, first)) };
  });
}

/** Working days from one day to another, both included; 0 where there is none. */
export function workdaysIn({ workdays, isWorkday }: DayRule, from: number, to: number): number {
  if (to < from) return 0;
  return workdays.ordinal(to) - workdays.ordinal(from) + (isWorkday(to) ? 1 : 0);
}
