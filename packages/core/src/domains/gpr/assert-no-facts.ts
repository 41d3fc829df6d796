import type { VersionContent } from "@stsphera/schedule/versions";
import { sql } from "drizzle-orm";
import { DomainError, type Tx } from "../../kernel/index.ts";

/** How many rows a refusal names. */
const NAMED_ROWS = 12;

/** Rows that have begun or ended, as people said of the version in force, are not deleted: what happened would go too. */
export async function assertNoFacts(
  tx: Tx,
  objectId: number,
  before: VersionContent,
  after: VersionContent,
): Promise<void> {
  const kept = new Set(after.rows.map(({ key }) => key));
  const removed = before.rows.filter(({ key }) => !kept.has(key));
  if (removed.length === 0) return;
  const keys = sql.param(`{${removed.map(({ key }) => key).join(",")}}`);
  const begun = await tx.execute<{ key: string }>(sql`
    select p.key::text as key from gpr_forecasts p join gpr_versions v on v.id = p.gpr_id and v.status = 'active'
    where v.object_id = ${objectId} and p.actual_start is not null and p.key = any (${keys}::uuid[])`);
  if (begun.length === 0) return;
  const named = new Set(begun.map(({ key }) => key));
  const numbers = removed.filter(({ key }) => named.has(key)).map(({ number }) => number);
  const more = numbers.length > NAMED_ROWS ? ", …" : "";
  const rows = numbers.slice(0, NAMED_ROWS).join(", ") + more;
  throw new DomainError("conflict", { sentence: "gpr_row_has_facts", values: { rows } });
}
