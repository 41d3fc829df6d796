import type { Database } from "@stsphera/db";
import type { JobDeps, JobReport } from "./define-job.ts";

const DAY_MS = 86_400_000;
const BATCH = 5_000;

/** Technical tables with the days their rows are kept, and the column or condition for their age. */
const KEPT = [
  { table: "idempotency_keys", days: 14, age: "created_at < $1" },
  { table: "bot_updates", days: 7, age: "done_at < $1" },
  { table: "refresh_tokens", days: 1, age: "expires_at < $1" },
  { table: "sessions", days: 1, age: "expires_at < $1" },
  { table: "sign_in_links", days: 60, age: "expires_at < $1" },
  { table: "webauthn_challenges", days: 1, age: "expires_at < $1" },
  { table: "deliveries", days: 30, age: "created_at < $1 and status in ('sent', 'superseded', 'failed')" },
  { table: "ops_records", days: 7, age: "at < $1 and kind = 'heartbeat'" },
] as const;

/** Deletes old technical rows in batches, so that no lock is held for long. Business data is never deleted. */
export async function cleanUp({ db, now }: Pick<JobDeps, "db" | "now">): Promise<JobReport> {
  const report: Record<string, number> = {};
  for (const { table, days, age } of KEPT) {
    const before = new Date(now().getTime() - days * DAY_MS).toISOString();
    report[table] = await deleteInBatches(db, table, age, before);
  }
  return report;
}

async function deleteInBatches(db: Database, table: string, age: string, before: string): Promise<number> {
  const text = `with gone as (
      delete from ${table} where ctid = any(array(select ctid from ${table} where ${age} limit ${BATCH})) returning 1
    ) select count(*)::int as count from gone`;
  for (let total = 0; ;) {
    const [row] = await db.read<{ count: number }>(text, [before]);
    total += row?.count ?? 0;
    if ((row?.count ?? 0) < BATCH) return total;
  }
}
