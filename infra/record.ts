// Records something that the installation did, as the owner of the database; readers: core/platform/operations.
// node bin/record.mjs <kind> <true|false> <details as JSON>
import { writeOpsRecord } from "@stsphera/core/operations";
import { createDatabase } from "@stsphera/db";
import { migrationSettings } from "@stsphera/db/migrate";
import { parseRecord } from "./record-arguments.ts";

const record = parseRecord(process.argv.slice(2));
const db = createDatabase(migrationSettings().ownerUrl, { max: 1, applicationName: "stsphera-record" });
try {
  await writeOpsRecord(db, record, new Date());
} finally {
  await db.close();
}
