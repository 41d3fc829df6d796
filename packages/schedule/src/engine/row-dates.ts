import { type Day, dayOf } from "./days.ts";
import type { ScheduleLink } from "./network.ts";
import type { Schedule } from "./schedule.ts";
import { isSummary } from "./graph.ts";

export type RowDates = {
  start: Day;
  finish: Day;
  /** Null for summaries and finished rows, which have no float. */
  lateStart: Day | null;
  lateFinish: Day | null;
  /** Working days of the row's calendar; negative where «not later» or «on» cannot be kept. */
  totalFloat: number | null;
  freeFloat: number | null;
  critical: boolean;
  /** The row's «not later» or «on» is not kept. */
  missesConstraint: boolean;
  /** The link that the row's «on» does not keep. */
  brokenLink: ScheduleLink | null;
};

/** The dates of a row; undefined where there is no such row. */
export function rowDates(schedule: Schedule, id: string): RowDates | undefined {
  const index = schedule.topology.indexOf.get(id);
  return index === undefined ? undefined : datesAt(schedule, index);
}

/** The dates of all rows, in their order. */
export const allDates = (schedule: Schedule): RowDates[] =>
  schedule.topology.ids.map((_, index) => datesAt(schedule, index));

function datesAt(schedule: Schedule, index: number): RowDates {
  const { topology, dates, tasks, late, free, critical } = schedule;
  const task = tasks[index];
  const ends = dates.ends[index] ?? 0;
  const lateEnds = late.ends[index] ?? 0;
  const broken = dates.broken[index] ?? -1;
  const common = {
    start: dayOf(dates.firstDay[index] ?? 0),
    finish: dayOf(dates.lastDay[index] ?? 0),
    critical: critical[index] === 1,
    missesConstraint: missesConstraint(schedule, index),
    brokenLink: topology.links[broken] ?? null,
  };
  if (task === undefined || isSummary(topology, index) || task.actualFinish !== null) {
    return { ...common, lateStart: null, lateFinish: null, totalFloat: null, freeFloat: null };
  }
  const { workdays, left } = task;
  const lastLate = workdays.day(left === 0 && dates.atEnd[index] === 0 ? lateEnds : lateEnds - 1);
  const started = task.actualStart !== null;
  return {
    ...common,
    lateStart: started ? common.start : dayOf(left === 0 ? lastLate : workdays.day(late.begins[index] ?? 0)),
    lateFinish: dayOf(lastLate),
    totalFloat: lateEnds - ends,
    freeFloat: Math.max((free[index] ?? 0) - ends, 0),
  };
}

function missesConstraint({ dates, tasks }: Schedule, index: number): boolean {
  const constraint = tasks[index]?.constraint;
  if (!constraint || constraint.kind === "not_earlier") return false;
  const day = (constraint.finish ? dates.lastDay[index] : dates.firstDay[index]) ?? 0;
  if (constraint.kind === "not_later") return day > constraint.day;
  // «On» a day off stands for the next working day.
  const { workdays } = tasks[index] ?? {};
  return workdays !== undefined && workdays.ordinal(day) !== workdays.ordinal(constraint.day);
}
