import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import {
  type Big,
  big,
  type Decimal,
  decimal,
  minBig,
  percentOf,
  remainingOf,
  trimmed,
} from "../calculation/index.ts";
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
  /** The part of it that is or was confirmed: all or nothing. */
  confirmed: Decimal;
  /** False for opening balances: they count in progress, not in a day's sums. */
  countsInDay: boolean;
};

/**
 * Updates the derived sums by one ledger entry: cell, object × work, object × day × work, object. Runs last in the
 * transaction and always in this order, so that parallel writers cannot deadlock.
 */
export async function applyDelta(tx: Tx, delta: LedgerDelta): Promise<VolumeState> {
  const { floorVolumes, objectWorkSums, objectDaySums, objectSums } = schema;
  const { objectId, workTypeId, quantity, confirmed } = delta;
  const [cell] = await tx
    .update(floorVolumes)
    .set({
      factQty: sql`${floorVolumes.factQty} + ${quantity}`,
      confirmedQty: sql`${floorVolumes.confirmedQty} + ${confirmed}`,
    })
    .where(eq(floorVolumes.id, delta.floorVolumeId))
    .returning();
  if (cell === undefined) throw new Error("a ledger entry without its cell");
  const earned = (fact: Big) => minBig(fact, big(cell.planQty)).times(delta.normHours);
  const gained = (after: string, by: Decimal) =>
    decimal(earned(big(after)).minus(earned(big(after).minus(by))));

  await tx
    .insert(objectWorkSums)
    .values({ objectId, workTypeId, factQty: quantity, confirmedQty: confirmed })
    .onConflictDoUpdate({
      target: [objectWorkSums.objectId, objectWorkSums.workTypeId],
      set: {
        factQty: sql`${objectWorkSums.factQty} + ${quantity}`,
        confirmedQty: sql`${objectWorkSums.confirmedQty} + ${confirmed}`,
      },
    });
  if (delta.countsInDay) {
    const hours = decimal(big(quantity).times(delta.normHours));
    const confirmedHours = decimal(big(confirmed).times(delta.normHours));
    await tx
      .insert(objectDaySums)
      .values({
        objectId,
        day: delta.date,
        workTypeId,
        quantity,
        hours,
        confirmedQty: confirmed,
        confirmedHours,
      })
      .onConflictDoUpdate({
        target: [objectDaySums.objectId, objectDaySums.day, objectDaySums.workTypeId],
        set: {
          quantity: sql`${objectDaySums.quantity} + ${quantity}`,
          hours: sql`${objectDaySums.hours} + ${hours}`,
          confirmedQty: sql`${objectDaySums.confirmedQty} + ${confirmed}`,
          confirmedHours: sql`${objectDaySums.confirmedHours} + ${confirmedHours}`,
        },
      });
  }
  await tx
    .update(objectSums)
    .set({
      earnedHours: sql`${objectSums.earnedHours} + ${gained(cell.factQty, quantity)}`,
      confirmedHours: sql`${objectSums.confirmedHours} + ${gained(cell.confirmedQty, confirmed)}`,
    })
    .where(eq(objectSums.objectId, objectId));

  return volumeState({
    id: delta.floorVolumeId,
    planQty: trimmed(cell.planQty),
    factQty: trimmed(cell.factQty),
  });
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
