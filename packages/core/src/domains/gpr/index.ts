export * from "./verbs.ts";
export { gprAnswerDecisionSource, gprDecisionSource } from "./gpr-decisions.ts";
export { gprNotices } from "./notices.ts";
