import type { VolumeState } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import type { Change, Context, Tx } from "../../kernel/index.ts";
import { moveAttachments } from "../../platform/attachments/index.ts";
import { big, decimal } from "../calculation/index.ts";
import type { LoadedEntry } from "./load-entry.ts";
import { FACT } from "./photos.ts";
import { insertEntry, moveSums } from "./write-entry.ts";

const { dailyPlanFact } = schema;

/**
 * Undoing a correction brings back the entry that it replaced, with its photos, as a new row of the ledger: undo never
 * loses what stood before. Null for an entry that replaces none.
 */
export async function restoreReplaced(
  tx: Tx,
  ctx: Context,
  { entry, cell }: LoadedEntry,
  right: Required<Change>["right"],
): Promise<{ floorVolume: VolumeState; change: Change } | null> {
  if (entry.replacesId === null) return null;
  const [old] = await tx.select().from(dailyPlanFact).where(eq(dailyPlanFact.id, entry.replacesId));
  if (old === undefined) throw new Error("a correction replaces an entry that is not there");
  const { id: _id, version: _version, reversesId: _reversesId, replacesId: _replacesId, ...columns } = old;
  const factId = await insertEntry(tx, cell, { ...columns, createdAt: ctx.now });
  const of = (entityId: number) => ({ entityType: FACT, entityId });
  await moveAttachments(tx, of(entry.id), of(factId));
  return {
    floorVolume: await moveSums(tx, cell, old),
    change: {
      ...of(factId),
      objectId: entry.objectId,
      before: { factId: entry.id, quantity: decimal(big(entry.quantity)) },
      after: { quantity: decimal(big(old.quantity)), restores: old.id },
      right,
    },
  };
}
