export { getSystemHealth } from "./health/get-system-health.ts";
export { exportAudit } from "./audit/export-audit.ts";
export { listAudit } from "./audit/list-audit.ts";
export { listExportedRows } from "./audit/list-exported-rows.ts";
