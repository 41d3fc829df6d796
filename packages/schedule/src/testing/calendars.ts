import { createWorkdays, type Workdays, workWeek } from "../index.ts";

const of = (year: number, days: string) => days.split(" ").map((day) => `${year}-${day}`);

/** Days off of the Russian production calendar that are no weekend, in the years of the vectors. */
const OFF = [
  ...of(2018, "01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 03-09 04-30 05-01 05-02 05-09"),
  ...of(2018, "06-11 06-12 11-05 12-31"),
  ...of(2025, "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31"),
  ...of(2026, "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31"),
];
const WORKED = [...of(2018, "04-28 06-09 12-29"), ...of(2025, "11-01")];

const exceptions = new Map([
  ...OFF.map((day) => [day, false] as const),
  ...WORKED.map((day) => [day, true] as const),
]);

/** The production calendar of 2018, 2025 and 2026; other years are plain weeks. */
export const productionCalendar: Workdays = createWorkdays(
  workWeek({ weekdays: [1, 2, 3, 4, 5], exceptions }),
);

export const sixDays: Workdays = createWorkdays(
  workWeek({ weekdays: [1, 2, 3, 4, 5, 6], exceptions: new Map([["2026-05-09", false]]) }),
);

export const everyDay: Workdays = createWorkdays(() => true);
