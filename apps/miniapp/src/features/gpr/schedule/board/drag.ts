import type { DayRule } from "../model/calendar.ts";
import type { BoardRow } from "./layout.ts";

export type BarPart = "end" | "body";

/** Where a bar stands after it was dragged by days: it begins and ends on working days. */
export function draggedSpan(
  row: Pick<BoardRow, "first" | "last" | "duration">,
  part: BarPart,
  days: number,
  { workdays, isWorkday }: DayRule,
): { first: number; last: number } | null {
  const { first, last, duration } = row;
  if (first === null || last === null) return null;
  if (part === "end") {
    const from = workdays.ordinal(first);
    const asked = workdays.ordinal(last + days);
    // What ends on days off ends with the working day before them.
    const until = isWorkday(last + days) ? asked : asked - 1;
    return { first, last: workdays.day(Math.max(until, from)) };
  }
  const from = workdays.ordinal(first + days);
  return { first: workdays.day(from), last: workdays.day(from + Math.max(duration, 1) - 1) };
}

/** The working days of a bar that was made longer or shorter. */
export const daysOf = ({ first, last }: { first: number; last: number }, { workdays }: DayRule): number =>
  workdays.ordinal(last) - workdays.ordinal(first) + 1;
