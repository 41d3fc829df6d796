import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import { big, type Decimal, decimal, minBig, percentOf, remainingOf, trimmed } from "../calculation/index.ts";
import type { Tx } from "../../kernel/index.ts";
import type { Cell } from "./load-cell.ts";
import type { VolumeState } from "@stsphera/contracts";

export type LedgerDelta = {
  objectId: number;
  floorVolumeId: number;
  workTypeId: number;
  date: string;
  /** Norm man-hours per unit. */
  normHours: Decimal;
  /** Signed quantity in the unit of the work type. */
  quantity: Decimal;
  /** False for opening balances: they count in progress, not in a day's sums. */
  countsInDay: boolean;
};

/**
 * Updates the derived sums by one ledger entry: cell, object × work, object × day × work, object. Runs last in the
 * transaction and always in this order, so that parallel writers cannot deadlock.
 */
export async function applyDelta(tx: Tx, delta: LedgerDelta): Promise<VolumeState> {
  const { floorVolumes, objectWorkSums, objectDaySums, objectSums } = schema;
  const [cell] = await tx
    .update(floorVolumes)
    .set({ factQty: sql`${floorVolumes.factQty} + ${delta.quantity}` })
    .where(eq(floorVolumes.id, delta.floorVolumeId))
    .returning({ planQty: floorVolumes.planQty, factQty: floorVolumes.factQty });
  if (cell === undefined) throw new Error("a ledger entry without its cell");
  const after = big(cell.factQty);
  const earned = (fact: typeof after) => minBig(fact, big(cell.planQty)).times(delta.normHours);
  const earnedHours = decimal(earned(after).minus(earned(after.minus(delta.quantity))));

  await tx
    .insert(objectWorkSums)
    .values({ objectId: delta.objectId, workTypeId: delta.workTypeId, factQty: delta.quantity })
    .onConflictDoUpdate({
      target: [objectWorkSums.objectId, objectWorkSums.workTypeId],
      set: { factQty: sql`${objectWorkSums.factQty} + ${delta.quantity}` },
    });
  if (delta.countsInDay) {
    const hours = decimal(big(delta.quantity).times(delta.normHours));
    await tx
      .insert(objectDaySums)
      .values({
        objectId: delta.objectId,
        day: delta.date,
        workTypeId: delta.workTypeId,
        quantity: delta.quantity,
        hours,
      })
      .onConflictDoUpdate({
        target: [objectDaySums.objectId, objectDaySums.day, objectDaySums.workTypeId],
        set: {
          quantity: sql`${objectDaySums.quantity} + ${delta.quantity}`,
          hours: sql`${objectDaySums.hours} + ${hours}`,
        },
      });
  }
  await tx
    .update(objectSums)
    .set({ earnedHours: sql`${objectSums.earnedHours} + ${earnedHours}` })
    .where(eq(objectSums.objectId, delta.objectId));

  const planQty = trimmed(cell.planQty);
  const factQty = decimal(after);
  return volumeState({ id: delta.floorVolumeId, planQty, factQty });
}

/** Progress of a cell for an answer. */
export function volumeState({ id, planQty, factQty }: Pick<Cell, "id" | "planQty" | "factQty">): VolumeState {
  return {
    id,
    planQty,
    factQty,
    pct: percentOf(factQty, planQty),
    remaining: remainingOf(planQty, factQty),
  };
}
