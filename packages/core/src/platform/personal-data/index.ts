export { EXPORTED_TABLES, type Held, PERSONAL_DATA } from "./registry.ts";
export { exportStatement } from "./export-statement.ts";
