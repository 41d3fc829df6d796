export * from "./verbs.ts";
export { type WaitingParameters, waitingConditions } from "./waiting-sql.ts";
export { whatIDecide } from "./what-i-decide.ts";
