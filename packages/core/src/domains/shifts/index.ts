export * from "./verbs.ts";
export { shiftAttachments } from "./shift-attachments.ts";
export { shiftNotices } from "./notices.ts";
export { describeLines, type PartKey, readPartLines } from "./shift-parts.ts";
export { shiftButton } from "./card/index.ts";
