import { dayNumber } from "./days.ts";
import type { Network, ScheduleRow } from "./network.ts";
import type { Workdays } from "./workdays.ts";

/** A row in numbers: days since 1970-01-01, null where there is none. */
export type Task = {
  workdays: Workdays;
  duration: number;
  actualStart: number | null;
  actualFinish: number | null;
  /** Working days that are still to be placed: the duration, or what remains of it; 0 for a finished row. */
  left: number;
  /** Where those begin at the earliest: the data date for a started row. */
  resumesFrom: number | null;
  heldUntil: number | null;
  constraint: { kind: "not_earlier" | "not_later" | "on"; finish: boolean; day: number } | null;
};

/** What of a network concerns every row. */
export type Setting = Pick<Network, "calendars"> & { start: number; dataDate: number | null };

export function taskOf(row: ScheduleRow, { calendars, dataDate }: Setting): Task {
  const workdays = (row.calendar ? calendars[row.calendar] : undefined) ?? calendars.main;
  const number = (day: string | null | undefined) => (day ? dayNumber(day) : null);
  const actualStart = number(row.actualStart);
  // A milestone that was reached is finished.
  const actualFinish = number(row.actualFinish) ?? (row.duration === 0 ? actualStart : null);
  const started = actualStart !== null;
  const { constraint } = row;
  return {
    workdays,
    duration: row.duration,
    actualStart,
    actualFinish,
    left: actualFinish !== null ? 0 : started ? leftOf(row, workdays, actualStart, dataDate) : row.duration,
    resumesFrom: started ? Math.max(actualStart, dataDate ?? actualStart) : null,
    heldUntil: number(row.heldUntil),
    constraint: constraint
      ? { kind: constraint.kind, finish: constraint.edge === "finish", day: dayNumber(constraint.day) }
      : null,
  };
}

/** Working days left of a started row. Without a data date nothing of it counts as done. */
function leftOf(row: ScheduleRow, workdays: Workdays, actualStart: number, dataDate: number | null): number {
  if (dataDate === null) return row.duration;
  if (row.remaining !== undefined && row.remaining !== null) return Math.max(row.remaining, 1);
  return Math.max(row.duration - (workdays.ordinal(dataDate) - workdays.ordinal(actualStart)), 1);
}
