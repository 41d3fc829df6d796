export { createDatabase, type Database, type Orm, type Reader, type Sql } from "./client.ts";
export * as schema from "./schema/index.ts";
export { NEWEST_MIGRATION } from "./newest-migration.ts";
