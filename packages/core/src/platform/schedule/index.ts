export { ACTING, byShift, RUNNING, shiftEnd, shiftStart, workdaysAround } from "./moments-sql.ts";
export type { ReadOfficeDays } from "./office-days.ts";
export type { DueRow, PacedRow, ScheduleDeps } from "./schedule-row.ts";
export { type Schedule, sweepSchedule, type Swept } from "./sweep-schedule.ts";
