export * from "./verbs.ts";
export { delayedSupplyRow } from "./delayed-supply.ts";
export { supplyNotices } from "./notices.ts";
export { supplyAttachments } from "./supply-attachments.ts";
export { supplyDecisionSource } from "./supply-decisions.ts";
