export { type DecidedBy, type DecisionSource, dueRows, within } from "./decision-source.ts";
export type { DecisionDifference } from "./decision-differences.ts";
export { approvalsQuery } from "./list-my-approvals.ts";
export { repairDecisionsCommand } from "./repair-decisions.ts";
export { addDueDecisions, rebuildDecisions, type RebuiltDecisions } from "./rebuild-decisions.ts";
export { peopleOf, reachOf } from "./reach.ts";
export { reachTable, waitingNumber, waitingTable } from "./waiting-sql.ts";
