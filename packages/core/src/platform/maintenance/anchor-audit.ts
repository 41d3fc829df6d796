import { type Database, schema } from "@stsphera/db";
import { desc, eq } from "drizzle-orm";
import { type AnchorStore, pruneAnchors } from "./audit-anchors.ts";

const { auditChain } = schema;

/** The chain was cut off or made anew: it no longer holds a link that an anchor vouches for. */
export class LostAnchor extends Error {}

/**
 * Writes the newest link of the audit chain outside the database. Returns false when nothing was sealed since the
 * last anchor. Throws LostAnchor, and keeps all anchors, when the chain no longer contains the last anchored link.
 */
export async function anchorAudit(
  db: Pick<Database, "orm">,
  store: AnchorStore,
  now: Date,
): Promise<boolean> {
  const kept = await store.read();
  const last = kept.at(-1);
  const [newest] = await db.orm.select().from(auditChain).orderBy(desc(auditChain.position)).limit(1);
  if (last !== undefined) {
    const [link] = await db.orm.select().from(auditChain).where(eq(auditChain.position, last.position));
    if (link?.hash !== last.hash) {
      throw new LostAnchor(`the audit chain does not hold the link ${last.position} anchored at ${last.at}`);
    }
  }
  if (newest === undefined || newest.position === last?.position) return false;
  const { position, hash } = newest;
  await store.write(pruneAnchors([...kept, { position, hash, at: now.toISOString() }], now));
  return true;
}
