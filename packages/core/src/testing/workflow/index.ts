export { describeWorkflow, everybody, type TruthOfMove, type Walker } from "./describe-workflow.ts";
export { everyRole, type Who } from "./every-role.ts";
