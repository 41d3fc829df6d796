export * from "./verbs.ts";
export { zoneDecisionSource } from "./zone-decision-source.ts";
export { zoneNotices } from "./notices.ts";
