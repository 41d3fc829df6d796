export * from "./verbs.ts";
export { CONFIRM_ENTRIES } from "./confirm-entries.ts";
export { readDashboard } from "./get-object-dashboard.ts";
export { assertChangeable, bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
export { isChangeable, takesFactsOn } from "./object-workflow.ts";
export { rebuildSchedule } from "./rebuild-schedule.ts";
export { objectNotices } from "./notices.ts";
