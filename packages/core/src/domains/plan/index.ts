export { dropEmptyWorkSums, rebuildPlanCurves, rebuildPlanSums } from "./rebuild-plan.ts";
export {
  checkRow,
  loadGrid,
  type PlanCell,
  planChanged,
  planOf,
  rebuildPlan,
  writePlan,
} from "./write-plan.ts";
