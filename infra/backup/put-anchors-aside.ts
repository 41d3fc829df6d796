import { type AuditAnchor, createAnchorStore, verifyAuditChain } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import type { Storage } from "@stsphera/storage";

/**
 * After a restore the newest anchors vouch for rows that were lost with the last moments, and nothing new would be
 * anchored. Keeps them under a name of their own, and goes on from the newest link of the chain. Returns how many were
 * put aside. Throws, and changes nothing, when the chain breaks or contradicts an anchor within its length: that is no
 * loss of the last moments.
 */
export async function putAnchorsAside(
  db: Pick<Database, "orm" | "sql">,
  storage: Pick<Storage, "get" | "put">,
  now: Date,
): Promise<number> {
  const store = createAnchorStore(storage);
  const all = await store.read();
  const [newest] = await db.sql<{ position: number }[]>`
    select position::float8 as position from audit_chain order by audit_chain.position desc limit 1`;
  const fits = ({ position }: AuditAnchor) => position <= (newest?.position ?? 0);
  const kept = all.filter(fits);
  const { broken, fault } = await verifyAuditChain(db, kept);
  if (broken !== null) throw new Error(`the audit chain breaks at position ${broken}: ${fault}`);
  const aside = all.length - kept.length;
  if (aside === 0) return 0;
  const name = `audit/anchor-before-${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}.json`;
  await storage.put(name, new TextEncoder().encode(JSON.stringify({ anchors: all })), "application/json");
  await store.write(kept);
  return aside;
}
