export { createDatabase, type Database, type Orm, type Reader, type Sql } from "./client.ts";
export * as schema from "./schema/index.ts";
export { NEWEST_MIGRATION } from "./newest-migration.ts";
export { refuseSharedSessions } from "./refuse-shared-sessions.ts";
export { assertOwnSessions, SharedServerConnection } from "./session-check.ts";
export { JOB_LIMITS, REQUEST_LIMITS, type TimeLimits } from "./time-limits.ts";
