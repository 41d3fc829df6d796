export * from "./verbs.ts";
export { reminderRows } from "./due-rows.ts";
export { reminderNotices } from "./notices.ts";
