// Records how a backup or a restore drill ended. node bin/backup-report.mjs <full|incr|files|drill> <seconds> <exit code>
// Standard input: what `pgbackrest info`, `rclone size` or the checks say as JSON; after a failure, what was printed.
import { text } from "node:stream/consumers";
import { writeOpsRecord } from "@stsphera/core/operations";
import { createDatabase } from "@stsphera/db";
import { migrationSettings } from "@stsphera/db/migrate";
import { backupRecord } from "./backup-record.ts";

const [type = "", seconds = "", code = ""] = process.argv.slice(2);
const record = backupRecord({
  type,
  seconds: Number(seconds),
  ok: code === "0",
  output: await text(process.stdin),
});
const db = createDatabase(migrationSettings().ownerUrl, { max: 1, applicationName: "stsphera-record" });
try {
  await writeOpsRecord(db, record, new Date());
} finally {
  await db.close();
}
process.stdout.write(`${JSON.stringify(record)}\n`);
