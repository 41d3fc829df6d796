import { RETENTION } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import type { JobDeps, JobReport } from "./define-job.ts";

const DAY_MS = 86_400_000;
const BATCH = 5_000;

/**
 * Deletes rows older than their table keeps them, in batches, so that no lock is held for long. Business data is never
 * deleted.
 */
export async function cleanUp({ db, now }: Pick<JobDeps, "db" | "now">): Promise<JobReport> {
  const report: Record<string, number> = {};
  for (const [table, retention] of Object.entries(RETENTION)) {
    if (typeof retention === "string") continue;
    const before = new Date(now().getTime() - retention.days * DAY_MS).toISOString();
    report[table] = await deleteInBatches(db, table, retention.old, before);
  }
  return report;
}

/** Selects a batch of old rows of a table; $1 is the instant before which they are old. */
export const oldRows = (table: string, old: string): string =>
  `select ctid from ${table} t where ${old} limit ${BATCH}`;

async function deleteInBatches(db: Database, table: string, old: string, before: string): Promise<number> {
  const text = `with gone as (
      delete from ${table} where ctid = any(array(${oldRows(table, old)})) returning 1
    ) select count(*)::int as count from gone`;
  for (let total = 0; ;) {
    const [row] = await db.read<{ count: number }>(text, [before]);
    total += row?.count ?? 0;
    if ((row?.count ?? 0) < BATCH) return total;
  }
}
