export * from "./verbs.ts";
export { gprDecisionSource } from "./gpr-decisions.ts";
export { gprNotices } from "./notices.ts";
