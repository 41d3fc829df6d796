export { listEntityAudit } from "./list-entity-audit.ts";
export { listObjectAudit } from "./list-object-audit.ts";
