export * from "./verbs.ts";
export { readableBy, readableSql } from "./readable-sql.ts";
export { READING_RIGHTS } from "./reading-rights.ts";
