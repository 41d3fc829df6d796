export { listMyApprovals } from "./list-my-approvals.ts";
