import type { VolumeState } from "@stsphera/contracts";
import { big, decimal } from "../calculation/index.ts";
import type { Change, Context, Tx } from "../../kernel/index.ts";
import { clearFactDecisions } from "./fact-decisions.ts";
import type { LoadedEntry } from "./load-entry.ts";
import { authorId } from "./load-entry.ts";
import { insertEntry, moveSums } from "./write-entry.ts";

/** Why an entry is reversed, and by which right. */
export type TakingBack = { reason?: string | undefined; right: Required<Change>["right"] };

/** Reverses an entry by a negative one on the same day; returns a part of the outcome of several verbs. */
export async function reverseEntry(
  tx: Tx,
  ctx: Context,
  { entry, cell }: LoadedEntry,
  { reason, right }: TakingBack,
): Promise<{ reversalId: number; floorVolume: VolumeState; change: Change }> {
  const quantity = decimal(big(entry.quantity).times(-1));
  const reversalId = await insertEntry(tx, cell, {
    date: entry.date,
    shift: entry.shift,
    kind: "reversal",
    status: "submitted",
    quantity,
    planQty: null,
    crewId: entry.crewId,
    authorId: authorId(ctx),
    notes: reason ?? null,
    reversesId: entry.id,
    createdAt: ctx.now,
  });
  await clearFactDecisions(tx, entry);
  const floorVolume = await moveSums(tx, cell, { ...entry, quantity });
  return {
    reversalId,
    floorVolume,
    change: {
      entityType: "fact",
      entityId: entry.id,
      objectId: entry.objectId,
      before: { quantity: decimal(big(entry.quantity)), status: entry.status },
      after: { reversedBy: reversalId },
      right,
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
