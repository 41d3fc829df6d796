import type { CalendarYearAnswer } from "@stsphera/contracts";

export type DayKind = "work" | "off" | "short";
/** The days of a year that differ from an ordinary five-day week, as the API keeps them. */
export type YearDays = Pick<CalendarYearAnswer, "daysOff" | "workingWeekends" | "shortDays">;

const dayText = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Days of a month, from 0, in weeks from Monday; null where the month has no day. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: count }, (_, at) => dayText(year, month, at + 1)),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export function kindOf(days: YearDays, day: string): DayKind {
  if (days.shortDays.includes(day)) return "short";
  if (isWeekend(day)) return days.workingWeekends.includes(day) ? "work" : "off";
  return days.daysOff.includes(day) ? "off" : "work";
}

/** The day with its next kind: working, day off, short. */
export function turned(days: YearDays, day: string): YearDays {
  const kind = kindOf(days, day);
  const next: DayKind = kind === "work" ? "off" : kind === "off" ? "short" : "work";
  const without = (list: readonly string[]) => list.filter((one) => one !== day);
  const withDay = (list: readonly string[], put: boolean) =>
    put ? [...without(list), day].toSorted() : without(list);
  const weekend = isWeekend(day);
  return {
    daysOff: withDay(days.daysOff, !weekend && next === "off"),
    workingWeekends: withDay(days.workingWeekends, weekend && next !== "off"),
    shortDays: withDay(days.shortDays, next === "short"),
  };
}

/** How many days differ between two states of a year. */
export function countChanged(before: YearDays, after: YearDays): number {
  const all = new Set(
    [before, after].flatMap((days) => [days.daysOff, days.workingWeekends, days.shortDays]).flat(),
  );
  return [...all].filter((day) => kindOf(before, day) !== kindOf(after, day)).length;
}
