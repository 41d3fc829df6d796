export * from "./verbs.ts";
export { gprAnswerDecisionSource, gprDecisionSource } from "./gpr-decisions.ts";
export { signerReminderRows } from "./remind-signers.ts";
export { gprNotices } from "./notices.ts";
