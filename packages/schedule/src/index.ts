export { cascade, type Cascade, type MovedRow, movedRows, type RowChange } from "./engine/cascade.ts";
export { type Day, dayNumber, dayOf, isDay, weekdayOf } from "./engine/days.ts";
export { drivingPath, explain, type Explanation, lastRow, type Reason } from "./engine/explain.ts";
export type { Constraint, LinkType, Network, Problem, ScheduleLink, ScheduleRow } from "./engine/network.ts";
export { LONGEST } from "./engine/problems.ts";
export { allDates, rowDates, type RowDates } from "./engine/row-dates.ts";
export { type Computed, computeSchedule, type Schedule } from "./engine/schedule.ts";
export { createWorkdays, type Workdays, type WorkWeek, workWeek } from "./engine/workdays.ts";
