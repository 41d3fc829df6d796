export { isCritical, type Alert, sayAlert } from "./alerts/say-alert.ts";
export { readAlertWays } from "./alerts/read-alert-ways.ts";
export { type AlertMessage, type AlertSender, sendNextAlert } from "./alerts/send-alerts.ts";
export { WATCH, watchConditions } from "./alerts/watch-conditions.ts";
export * from "./verbs.ts";
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
