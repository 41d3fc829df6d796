export * from "./verbs.ts";
export { supplyNotices } from "./notices.ts";
export { supplyAttachments } from "./supply-attachments.ts";
export { supplyDecisionSource } from "./supply-decisions.ts";
export { supplyDueRows } from "./supply-due-rows.ts";
