import { type Database, schema } from "@stsphera/db";
import { and, asc, eq, gt, notExists, sql } from "drizzle-orm";
import type { AuditAnchor } from "./audit-anchors.ts";
import { type AuditRow, auditRow, CHAIN_START, linkOf } from "./audit-chain.ts";

const { auditChain, auditLog } = schema;
const BATCH = 1000;
/** Ids are assigned before commit: a row this far behind a verified one may have appeared since. */
const REACH = 10_000;

/**
 * The fault: the row or the link at the position is missing, they do not match, the chain ends before an anchor, or
 * it is consistent in itself but contradicts an anchor (it was rebuilt).
 */
export type ChainFault = "row_missing" | "link_missing" | "changed" | "cut_off" | "made_anew";

export type ChainState = {
  /** Number of valid links from the start. */
  links: number;
  /** The first invalid position, or the first that no anchor covers any more; null when all are valid. */
  broken: number | null;
  fault: ChainFault | null;
  /** Rows without a link. */
  unsealed: number;
};

type Link = { position: number; hash: string; row: AuditRow | null };
type Broken = { at: number; fault: ChainFault };

/** A verified link, from which a walk goes on. */
export type VerifiedLink = { position: number; auditId: number; hash: string };

const START: VerifiedLink = { position: 0, auditId: 0, hash: CHAIN_START };

/** Walks the audit chain from its start and reports the first link that does not match its row or an anchor. */
export const verifyAuditChain = async (
  db: Pick<Database, "orm">,
  anchors: readonly AuditAnchor[] = [],
): Promise<ChainState> => (await walkChain(db, anchors)).state;

/** Walks the chain behind a verified link; `last` is the last valid one. */
export async function walkChain(
  db: Pick<Database, "orm">,
  anchors: readonly AuditAnchor[],
  from = START,
): Promise<{ state: ChainState; last: VerifiedLink }> {
  const walk = startWalk(anchors, from);
  let broken: Broken | null = null;
  while (broken === null) {
    const batch = await readLinks(db, walk.links);
    if (batch.length === 0) break;
    for (const link of batch) if ((broken = walk.step(link)) !== null) break;
  }
  broken ??= walk.end();
  const state = {
    links: broken === null ? walk.links : broken.at - 1,
    broken: broken?.at ?? null,
    fault: broken?.fault ?? null,
    unsealed: await countUnsealed(db, from.auditId - REACH),
  };
  return { state, last: walk.last };
}

function startWalk(anchors: readonly AuditAnchor[], from: VerifiedLink) {
  const sorted = anchors.toSorted((a, b) => a.position - b.position);
  const ahead = sorted.filter(({ position }) => position > from.position);
  let last = from;
  let vouchedFor = sorted.findLast(({ position }) => position <= from.position)?.position ?? 0;

  function step({ position, hash, row }: Link): Broken | null {
    const at = last.position + 1;
    if (position !== at) return { at, fault: "link_missing" };
    if (row === null) return { at, fault: "row_missing" };
    if (hash !== linkOf(last.hash, row)) return { at, fault: "changed" };
    while (ahead[0]?.position === at) {
      if (ahead.shift()?.hash !== hash) return { at: vouchedFor + 1, fault: "made_anew" };
      vouchedFor = at;
    }
    last = { position, auditId: row.id, hash };
    return null;
  }

  return {
    get links() {
      return last.position;
    },
    get last() {
      return last;
    },
    step,
    end: (): Broken | null => (ahead.length > 0 ? { at: last.position + 1, fault: "cut_off" } : null),
  };
}

async function readLinks(db: Pick<Database, "orm">, after: number): Promise<Link[]> {
  const found = await db.orm
    .select({ link: auditChain, row: auditRow })
    .from(auditChain)
    .leftJoin(auditLog, eq(auditLog.id, auditChain.auditId))
    .where(gt(auditChain.position, after))
    .orderBy(asc(auditChain.position))
    .limit(BATCH);
  return found.map(({ link, row }) => ({
    ...link,
    row: typeof row?.id === "number" ? (row as AuditRow) : null,
  }));
}

async function countUnsealed(db: Pick<Database, "orm">, after: number): Promise<number> {
  const link = db.orm
    .select({ id: auditChain.auditId })
    .from(auditChain)
    .where(eq(auditChain.auditId, auditLog.id));
  const [row] = await db.orm
    .select({ count: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(and(gt(auditLog.id, after), notExists(link)));
  return row?.count ?? 0;
}
