import { type AuditAnchor, verifyAuditChain } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import type { Check } from "./check.ts";

/**
 * Walks the restored audit chain by the product's own verification. Anchors written after the last restored moment
 * vouch for rows that are lost with the machine and are left out.
 */
export async function checkAudit(
  db: Pick<Database, "orm">,
  anchors: readonly AuditAnchor[],
  restoredUntil: Date,
): Promise<Check> {
  const name = "audit";
  const older = anchors.filter(({ at }) => Date.parse(at) <= restoredUntil.getTime());
  const { links, broken, fault, unsealed } = await verifyAuditChain(db, older);
  if (broken !== null) return { name, ok: false, found: `breaks at position ${broken}: ${fault}` };
  if (older.length === 0 && links > 0)
    return { name, ok: false, found: `${links} links, and no anchor to compare with` };
  return {
    name,
    ok: true,
    found: `${links} links fit ${older.length} anchors; ${unsealed} rows not sealed yet`,
  };
}
