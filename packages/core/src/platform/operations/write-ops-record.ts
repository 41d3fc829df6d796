import { type Database, schema } from "@stsphera/db";
import { type NewOpsRecord, newOpsRecord } from "./ops-record.ts";

/** Adds a record. Throws a ZodError when the details do not fit its kind. */
export async function writeOpsRecord(
  db: Pick<Database, "orm">,
  record: NewOpsRecord,
  at: Date,
): Promise<void> {
  await db.orm.insert(schema.opsRecords).values({ ...newOpsRecord.parse(record), at });
}
