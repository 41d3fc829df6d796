export { SITE_ROLES } from "./site-roles.ts";
export * from "./verbs.ts";
export { CONFIRM_ENTRIES } from "./confirm-entries.ts";
export { plannedByFacades } from "./progress.ts";
export { readDashboard } from "./get-object-dashboard.ts";
export {
  type CountedSums,
  countedSums,
  isObserved,
  observedIds,
  seesConfirmedOnly,
  shownHours,
  sumsFor,
} from "./counted-sums.ts";
export { neededRate } from "./present-dashboard.ts";
export {
  MAX_WORKDAYS_AHEAD,
  PACE_SHIFTS,
  RESAMPLED_SHIFTS,
  SHIFTS,
  SHIFTS_WITHIN_DAYS,
  workdaysLeft,
} from "./read-object-dashboard.ts";
export { activateObject } from "./activate-object.ts";
export { bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
export { ARCHIVE, isChangeable, takesFactsOn } from "./object-workflow.ts";
export { rebuildSchedule } from "./rebuild-schedule.ts";
export { objectNotices } from "./notices.ts";
export { foremanNamed } from "./hand-zones-over.ts";
export { assertLeadsZones, assertReaders, assertWorker, isWorker } from "./people-of-object.ts";
export {
  assertObjectOpen,
  lockObjectOf,
  lockSeenObject,
  type ObjectOfThing,
  todayOn,
} from "./work-on-object.ts";
export { OPEN_DEFECT, overdueDefect } from "./open-defects.ts";
export { codeKey } from "./code-key.ts";
export { dayShifts, idleHours } from "./day-shifts-sql.ts";
export { seesDayShifts } from "./sees-day-shifts.ts";
export { hasBegun, isPartClosed, isShiftClosed, isStillSilent, partsOfShift } from "./shift-parts-sql.ts";
