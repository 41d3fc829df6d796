export {
  CONDITION_NAMES,
  type ConditionName,
  CONDITIONS,
  type Condition,
  judge,
  type Judged,
} from "./conditions.ts";
export { readSystemState } from "./read-system-state.ts";
export { sayCondition, sayDuration } from "./say-condition.ts";
export { NO_PROBES, type SystemProbes, type SystemState } from "./system-state.ts";
