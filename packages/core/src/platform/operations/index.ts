export { beat, HEARTBEAT_MS } from "./beat.ts";
export { type NewOpsRecord, newOpsRecord, opsDetails } from "./ops-record.ts";
export { latestOpsRecords, listOpsRecords, type OpsRecord } from "./read-ops-records.ts";
export { writeOpsRecord } from "./write-ops-record.ts";
