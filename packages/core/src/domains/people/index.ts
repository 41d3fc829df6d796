export * from "./verbs.ts";
export { peopleNotices } from "./notices.ts";
export { userDecisionSource } from "./user-decisions.ts";
