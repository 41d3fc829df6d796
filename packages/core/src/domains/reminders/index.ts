export * from "./verbs.ts";
export { reminderRows } from "./due-rows.ts";
export { reminderNotices } from "./notices.ts";
export { missingButtons, missingRows } from "./card/index.ts";
export { type MissingPart, readMissing } from "./read-missing.ts";
