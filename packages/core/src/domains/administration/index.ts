export * from "./verbs.ts";
export { administrationNotices } from "./notices.ts";
export { csvHead, csvLine } from "./audit/audit-csv.ts";
export { exportFileName } from "./audit/export-audit.ts";
