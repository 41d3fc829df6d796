export { dropEmptyWorkSums, rebuildPlanCurves, rebuildPlanSums } from "./rebuild-plan.ts";
export {
  checkRow,
  loadGrid,
  type PlanCell,
  type PlanRow,
  planChanged,
  planOf,
  rebuildPlan,
  revisedCells,
  writePlan,
} from "./write-plan.ts";
export { recordRevisions } from "./record-revisions.ts";
