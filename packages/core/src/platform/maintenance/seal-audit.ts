import { type Database, schema } from "@stsphera/db";
import { and, asc, desc, gt, notExists, eq, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { auditRow, CHAIN_START, linkOf } from "./audit-chain.ts";

const { auditChain, auditLog } = schema;

const SEAL_LOCK = 727_404;
const BATCH = 500;
/** Ids are assigned before commit, so a row this far behind the newest link may still appear. */
const REACH = 10_000;

/**
 * Appends a link for each committed audit row without one, one process at a time; returns how many were sealed.
 * `everything` also looks behind the newest rows, by reading the whole log. At most `batch` rows at a time.
 */
export async function sealAudit(
  db: Database,
  { everything = false, batch = BATCH }: { everything?: boolean; batch?: number } = {},
): Promise<number> {
  return db.orm.transaction(async (tx) => {
    const [lock] = await tx.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as got`,
    );
    if (lock?.got !== true) return 0;
    const [newest] = await tx.select().from(auditChain).orderBy(desc(auditChain.position)).limit(1);
    const rows = await unsealed(tx, everything ? 0 : (newest?.auditId ?? 0) - REACH, batch);
    let previous = newest?.hash ?? CHAIN_START;
    const links = rows.map((row, at) => {
      previous = linkOf(previous, row);
      return { position: (newest?.position ?? 0) + at + 1, auditId: row.id, hash: previous };
    });
    if (links.length > 0) await tx.insert(auditChain).values(links);
    return links.length;
  });
}

function unsealed(tx: Tx, after: number, batch: number) {
  const link = tx
    .select({ id: auditChain.auditId })
    .from(auditChain)
    .where(eq(auditChain.auditId, auditLog.id));
  return tx
    .select(auditRow)
    .from(auditLog)
    .where(and(gt(auditLog.id, after), notExists(link)))
    .orderBy(asc(auditLog.id))
    .limit(batch);
}
