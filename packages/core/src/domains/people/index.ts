export * from "./verbs.ts";
export { exportName } from "./personal-data/record-export.ts";
export { peopleNotices } from "./notices.ts";
export { erasureDecisionSource } from "./personal-data/erasure-decisions.ts";
export { userDecisionSource } from "./user-decisions.ts";
