export * from "./verbs.ts";
export { factNotices } from "./notices.ts";
export { factAttachments } from "./fact-attachments.ts";
export { factDecisionSource, updateAuthorsDecisions } from "./fact-decisions.ts";
