import type { Context, Outcome, Tx } from "../../kernel/index.ts";
import type { StoredAnswer } from "./enter-fact.ts";
import { readFactRow } from "./fact-row.ts";
import type { LoadedEntry } from "./load-entry.ts";
import { restoreReplaced } from "./restore-replaced.ts";
import { reverseEntry, type TakingBack } from "./reverse-entry.ts";

/** The outcome of taking back an entry: a reversal if a reason is given, else an undo by its author. */
export async function takeBack(
  tx: Tx,
  ctx: Context,
  target: LoadedEntry,
  back: TakingBack,
): Promise<Outcome<StoredAnswer>> {
  const { id, objectId, date } = target.entry;
  const { floorVolume, change } = await reverseEntry(tx, ctx, target, back);
  const undone = back.reason === undefined;
  const restored = undone ? await restoreReplaced(tx, ctx, target, back.right) : null;
  return {
    result: { fact: await readFactRow(tx, id), floorVolume: restored?.floorVolume ?? floorVolume },
    changes: restored === null ? [change] : [change, restored.change],
    events: [
      {
        type: "fact.reversed",
        objectId,
        entityType: "fact",
        entityId: id,
        payload: { date, undone },
      },
    ],
  };
}
