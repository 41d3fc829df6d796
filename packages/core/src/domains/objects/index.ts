export * from "./verbs.ts";
export { confirmsOn, notToConfirm } from "./confirm-reach.ts";
export { readDashboard } from "./get-object-dashboard.ts";
export { assertChangeable, bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
export { isChangeable, takesFactsOn } from "./object-workflow.ts";
export { rebuildSchedule } from "./rebuild-schedule.ts";
export { objectNotices } from "./notices.ts";
