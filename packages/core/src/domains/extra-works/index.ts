export * from "./verbs.ts";
export { extraAttachments } from "./extra-attachments.ts";
export { extraDecisionSource } from "./extra-decisions.ts";
export { extraNotices } from "./notices.ts";
