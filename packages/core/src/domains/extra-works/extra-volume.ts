import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { big, decimal } from "../calculation/index.ts";
import { type Change, type Context, DomainError, invalidField, type Tx } from "../../kernel/index.ts";
import {
  checkRow,
  loadGrid,
  type PlanCell,
  type PlanRow,
  rebuildPlan,
  recordRevisions,
  writePlan,
} from "../plan/index.ts";
import type { ExtraRow } from "./load-extra.ts";

const { floorVolumes, workTypes } = schema;

export type Place = { facadeId: number; floorId: number; workTypeId: number };

/** Refuses a place that the object does not have, and a kind of work in another unit. */
export async function assertVolume(tx: Tx, extra: ExtraRow, place: Place): Promise<void> {
  const [work] = await tx.select().from(workTypes).where(eq(workTypes.id, place.workTypeId));
  if (work === undefined) throw invalidField("workTypeId", "unknown_work_type");
  if (work.unit !== extra.unit) throw invalidField("workTypeId", "extra_other_unit", { unit: extra.unit });
  const grid = await loadGrid(tx, extra.objectId, [rowOf(place, extra.quantity, undefined)]);
  if (!grid.facadeIds.has(place.facadeId)) throw invalidField("facadeId", "unknown_facade");
  if (!grid.floorIds.has(place.floorId)) throw invalidField("floorId", "unknown_floor");
}

/** The cell of a place; undefined where nothing is planned there yet. */
async function cellAt(tx: Tx, { facadeId, floorId, workTypeId }: Place): Promise<PlanCell | undefined> {
  const [cell] = await tx
    .select()
    .from(floorVolumes)
    .where(
      and(
        eq(floorVolumes.facadeId, facadeId),
        eq(floorVolumes.floorId, floorId),
        eq(floorVolumes.workTypeId, workTypeId),
      ),
    )
    .for("update");
  return cell;
}

const rowOf = (place: Place, planQty: string | null, cell: PlanCell | undefined): PlanRow => ({
  ...place,
  planQty,
  planStart: cell?.planStart ?? null,
  planFinish: cell?.planFinish ?? null,
  ...(cell === undefined ? {} : { version: cell.version }),
});

/** Adds the quantity of an extra work to the plan, with a revision that names its document; returns the changes. */
export async function addVolume(
  tx: Tx,
  ctx: Context,
  extra: ExtraRow,
  { document, facadeId, floorId, workTypeId }: Place & { document: string },
): Promise<Change[]> {
  const place = { facadeId, floorId, workTypeId };
  const cell = await cellAt(tx, place);
  const planQty = decimal(big(cell?.planQty ?? "0").plus(extra.quantity));
  return setCell(tx, ctx, extra, { place, cell, planQty, document });
}

/**
 * Takes the quantity out of the plan again; refused where less than that, or than what is done, would be left, or where
 * entries, reversed ones too, hold the cell.
 */
export async function removeVolume(tx: Tx, ctx: Context, extra: ExtraRow): Promise<Change[]> {
  const { facadeId, floorId, workTypeId, document } = extra;
  if (facadeId === null || floorId === null || workTypeId === null)
    throw new Error("an extra work that was not accepted has no volume");
  const place = { facadeId, floorId, workTypeId };
  const cell = await cellAt(tx, place);
  const left = big(cell?.planQty ?? "0").minus(extra.quantity);
  if (cell === undefined || left.lt(0) || left.lt(cell.factQty))
    throw new DomainError("conflict", { sentence: "extra_cell_changed" });
  const planQty = left.eq(0) ? null : decimal(left);
  return setCell(tx, ctx, extra, { place, cell, planQty, document }).catch(asConflict);
}

/** Taking a decision back has no fields to find fault with. */
function asConflict(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== "validation_failed") throw error;
  const { sentence } = error.details;
  throw new DomainError("conflict", sentence === undefined ? {} : { sentence });
}

async function setCell(
  tx: Tx,
  ctx: Context,
  extra: ExtraRow,
  {
    place,
    cell,
    planQty,
    document,
  }: {
    place: Place;
    cell: PlanCell | undefined;
    planQty: string | null;
    document: string | null;
  },
): Promise<Change[]> {
  const row = rowOf(place, planQty, cell);
  const grid = await loadGrid(tx, extra.objectId, [row]);
  checkRow(row, "volumes.0", grid);
  const { changes } = await writePlan(tx, ctx, extra.objectId, [row], grid);
  await rebuildPlan(tx, extra.objectId);
  const written = { ...place, oldQty: cell?.planQty ?? null, newQty: planQty };
  await recordRevisions(tx, ctx, extra.objectId, [written], {
    reason: extra.title,
    document,
    extraId: extra.id,
  });
  return changes;
}
