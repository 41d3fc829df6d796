export { listMyApprovals } from "./list-my-approvals.ts";
export { waitingConditions } from "./waiting-sql.ts";
export { whatIDecide } from "./what-i-decide.ts";
