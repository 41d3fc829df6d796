export * from "./verbs.ts";
export { exportName } from "./personal-data/record-export.ts";
export { peopleNotices } from "./notices.ts";
export { userDecisionSource } from "./user-decisions.ts";
