export * from "./verbs.ts";
export { defectAttachments } from "./defect-attachments.ts";
export { defectDecisionSource } from "./defect-decisions.ts";
export { defectNotices } from "./notices.ts";
