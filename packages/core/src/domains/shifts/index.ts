export * from "./verbs.ts";
export { shiftAttachments } from "./shift-attachments.ts";
export { assertSeesRecord, assertSeesShifts, PEOPLE_OF_RECORD } from "./sees-shifts.ts";
export { RECORD_COLUMNS, RECORD_TABLES, type ShiftRecordRow } from "./shift-record-row.ts";
export { laterFactNotices, shiftNotices } from "./notices.ts";
export { type LedPart, ledParts } from "./led-parts.ts";
export { describeLines, type PartKey, readPartLines } from "./shift-parts.ts";
export { closePartButton, idleButton } from "./card/index.ts";
