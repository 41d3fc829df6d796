import { type Database, schema } from "@stsphera/db";
import { inArray } from "drizzle-orm";
import type { AuditAnchor } from "./audit-anchors.ts";
import { type ChainState, type VerifiedLink, walkChain } from "./verify-audit-chain.ts";

const { auditChain, auditWalk } = schema;
const WEEK_MS = 7 * 86_400_000;

type Db = Pick<Database, "orm">;
type Mark = VerifiedLink & { wholeAt: Date };

/** True when the next walk reads the whole chain: once a week, and when there is no verified link to go on from. */
export async function isWholeWalkDue(db: Db, now: Date): Promise<boolean> {
  return isDue(await readMark(db), now);
}

/**
 * Verifies what was sealed since the last walk, and once a week the whole chain. Where the link verified last, or an
 * anchor before it, no longer fits the chain, the whole of it is walked to find the first fault.
 */
export async function walkAuditChain(
  db: Db,
  anchors: readonly AuditAnchor[],
  now: Date,
): Promise<ChainState & { whole: boolean }> {
  const mark = await readMark(db);
  const whole = mark === null || isDue(mark, now) || !(await stands(db, mark, anchors));
  const { state, last } = await walkChain(db, anchors, ...(whole ? [] : [mark]));
  if (state.broken === null && last.position > 0) {
    await saveMark(db, { ...last, wholeAt: whole ? now : mark.wholeAt });
  }
  return { ...state, whole };
}

const isDue = (mark: Mark | null, now: Date): boolean =>
  mark === null || Math.abs(now.getTime() - mark.wholeAt.getTime()) >= WEEK_MS;

async function readMark(db: Db): Promise<Mark | null> {
  const [mark] = await db.orm.select().from(auditWalk);
  return mark ?? null;
}

async function saveMark(db: Db, mark: Mark): Promise<void> {
  await db.orm.insert(auditWalk).values(mark).onConflictDoUpdate({ target: auditWalk.id, set: mark });
}

/** Whether the verified link and the anchors up to it are still in the chain. */
async function stands(db: Db, mark: Mark, anchors: readonly AuditAnchor[]): Promise<boolean> {
  const expected = new Map(
    [...anchors.filter(({ position }) => position <= mark.position), mark].map((one) => [
      one.position,
      one.hash,
    ]),
  );
  const links = await db.orm
    .select()
    .from(auditChain)
    .where(inArray(auditChain.position, [...expected.keys()]));
  return (
    links.length === expected.size && links.every(({ position, hash }) => expected.get(position) === hash)
  );
}
