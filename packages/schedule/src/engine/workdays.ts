import { type Day, dayNumber, weekdayOf } from "./days.ts";

/** The working days of a calendar, numbered without gaps; days are numbers since 1970-01-01. */
export type Workdays = {
  /** The ordinal of the first working day on or after a day. */
  ordinal(day: number): number;
  /** The working day of an ordinal. */
  day(ordinal: number): number;
};

/** A week with exceptions, such as an imported calendar has. */
export type WorkWeek = {
  /** ISO weekdays that are worked. */
  weekdays: readonly number[];
  /** True for a day that is worked, false for a day off; they take precedence. */
  exceptions: ReadonlyMap<Day, boolean>;
};

const ORIGIN = dayNumber("2020-01-01");
const STEP = 366;
const LONGEST_PAUSE = 800;
/** A century: dates beyond it come from broken input, not from a building site. */
const FARTHEST = 36_525;

export function workWeek({ weekdays, exceptions }: WorkWeek): (day: number) => boolean {
  const byNumber = new Map([...exceptions].map(([day, worked]) => [dayNumber(day), worked]));
  return (day) => byNumber.get(day) ?? weekdays.includes(weekdayOf(day));
}

/**
 * Numbers the working days of a calendar. The rule is asked once for each day that is needed, a year at a time.
 * Throws RangeError where a calendar has no working day in 800 days, or a date lies more than a century away.
 */
export function createWorkdays(isWorkday: (day: number) => boolean): Workdays {
  /** Working days from the origin on, and those before it, nearest first. */
  const after: number[] = [];
  const before: number[] = [];
  /** Working days from the origin up to the day at an index, and from the day at an index up to the origin. */
  const countAfter = [0];
  const countBefore = [0];

  function extend(forwards: boolean): void {
    const counts = forwards ? countAfter : countBefore;
    const found = forwards ? after : before;
    const from = counts.length - 1;
    if (from > FARTHEST) throw new RangeError("a date more than a century away");
    for (let index = from; index < from + STEP; index += 1) {
      const day = forwards ? ORIGIN + index : ORIGIN - 1 - index;
      if (isWorkday(day)) found.push(day);
      counts.push(found.length);
    }
    const last = found.at(-1) ?? ORIGIN;
    if (Math.abs(ORIGIN + (forwards ? 1 : -1) * (from + STEP) - last) > LONGEST_PAUSE) {
      throw new RangeError("a calendar without working days");
    }
  }

  return {
    ordinal(day) {
      const forwards = day >= ORIGIN;
      const counts = forwards ? countAfter : countBefore;
      const index = Math.abs(day - ORIGIN);
      while (counts.length <= index) extend(forwards);
      const count = counts[index] ?? 0;
      return forwards ? count : 0 - count;
    },
    day(ordinal) {
      const forwards = ordinal >= 0;
      const found = forwards ? after : before;
      const index = forwards ? ordinal : -ordinal - 1;
      while (found.length <= index) extend(forwards);
      return found[index] ?? 0;
    },
  };
}
