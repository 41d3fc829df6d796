export { getDashboard } from "./get-dashboard.ts";
export { getObjectBreakdown } from "./get-object-breakdown.ts";
