export { type DowntimeAct, getDowntimeAct } from "./get-downtime-act.ts";
export { getShiftReport } from "./get-shift-report.ts";
