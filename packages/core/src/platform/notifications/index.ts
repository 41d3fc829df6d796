export * from "./verbs.ts";
export { readableObjects, readableSql } from "./readable-sql.ts";
