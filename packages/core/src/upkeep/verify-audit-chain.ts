import { type Database, schema } from "@stsphera/db";
import { asc, eq, gt } from "drizzle-orm";
import { CHAIN_START, linkOf } from "./audit-chain.ts";

const { auditChain, auditLog } = schema;
const BATCH = 1000;

export type ChainState = {
  /** Links that are as they should be, from the first on. */
  links: number;
  /** The first position that is not; null when all are. */
  broken: number | null;
  /** Rows that have no link yet. */
  unsealed: number;
};

/** Walks the chain of the audit log from its start and names the first link that does not fit its row. */
export async function verifyAuditChain(db: Database): Promise<ChainState> {
  let previous = CHAIN_START;
  let links = 0;
  for (;;) {
    const batch = await db.orm
      .select({ link: auditChain, row: auditLog })
      .from(auditChain)
      .innerJoin(auditLog, eq(auditLog.id, auditChain.auditId))
      .where(gt(auditChain.position, links))
      .orderBy(asc(auditChain.position))
      .limit(BATCH);
    if (batch.length === 0) break;
    for (const { link, row } of batch) {
      previous = linkOf(previous, row);
      if (link.position !== links + 1 || link.hash !== previous) {
        return { links, broken: links + 1, unsealed: await countUnsealed(db) };
      }
      links += 1;
    }
  }
  return { links, broken: null, unsealed: await countUnsealed(db) };
}

async function countUnsealed(db: Database): Promise<number> {
  const [row] = await db.read<{ count: number }>(
    `select ((select count(*) from audit_log) - (select count(*) from audit_chain))::int as count`,
    [],
  );
  return row?.count ?? 0;
}
