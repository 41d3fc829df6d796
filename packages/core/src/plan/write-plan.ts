import type { setFloorVolumesInput } from "@stsphera/contracts";
import { fitsUnit } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { trimmed } from "../calculation/index.ts";
import {
  assertVersion,
  type Change,
  type Context,
  type DomainEvent,
  invalidField,
  type Tx,
} from "../kernel/index.ts";
import { rebuildPlanCurves, rebuildPlanSums } from "./rebuild-plan.ts";

const { facades, floors, floorVolumes, workTypes } = schema;
export type PlanRow = z.output<typeof setFloorVolumesInput>["volumes"][number];
/** A cell of the grid as it is stored. */
export type PlanCell = typeof floorVolumes.$inferSelect;

export type PlanWritten = { created: number; changed: number; unchanged: number };

/** What a written plan tells. */
export const planChanged = (objectId: number, payload: PlanWritten): DomainEvent => ({
  type: "volume.plan_changed",
  objectId,
  entityType: "object",
  entityId: objectId,
  payload,
});

/** Sums and curves of an object after its cells changed. */
export async function rebuildPlan(tx: Tx, objectId: number): Promise<void> {
  await rebuildPlanSums(tx, objectId);
  await rebuildPlanCurves(tx, [objectId]);
}

/** Writes cells that were checked; one as it stands already is left alone. Sums and curves are the caller's. */
export async function writePlan(
  tx: Tx,
  ctx: Context,
  objectId: number,
  volumes: readonly PlanRow[],
  { cells }: Grid,
): Promise<{ result: PlanWritten; changes: Change[] }> {
  const changes: Change[] = [];
  let created = 0;
  for (const row of volumes) {
    const before = cells.get(cellKey(row));
    if (before !== undefined && sameAs(before, row)) continue;
    if (before !== undefined && row.version !== undefined) assertVersion(before, row.version);
    const { facadeId, floorId, workTypeId, planQty, planStart, planFinish } = row;
    const place = { objectId, facadeId, floorId, workTypeId };
    const values = { ...place, planQty, planStart, planFinish, updatedAt: ctx.now };
    const [cell] = await tx
      .insert(floorVolumes)
      .values(values)
      .onConflictDoUpdate({
        target: [floorVolumes.facadeId, floorVolumes.floorId, floorVolumes.workTypeId],
        set: { ...values, version: sql`${floorVolumes.version} + 1` },
      })
      .returning({ id: floorVolumes.id });
    if (cell === undefined) throw new Error("a cell was not written");
    if (before === undefined) created += 1;
    changes.push({
      entityType: "floor_volume",
      entityId: cell.id,
      objectId,
      before: before === undefined ? null : planOf(before),
      after: planOf(values),
    });
  }
  const result = { created, changed: changes.length - created, unchanged: volumes.length - changes.length };
  return { result, changes };
}

export type Grid = {
  cells: Map<string, PlanCell>;
  facadeIds: Set<number>;
  floorIds: Set<number>;
  units: Map<number, (typeof workTypes.$inferSelect)["unit"]>;
};

/** What rows may name on an object, and the cells that stand already; these are locked. */
export async function loadGrid(tx: Tx, objectId: number, rows: readonly PlanRow[]): Promise<Grid> {
  const ofFacades = await tx.select().from(facades).where(eq(facades.objectId, objectId));
  const ofFloors = await tx.select().from(floors).where(eq(floors.objectId, objectId));
  const works = await tx.select().from(workTypes);
  const facadeIds = [...new Set(rows.map((row) => row.facadeId))];
  const cells = await tx
    .select()
    .from(floorVolumes)
    .where(and(eq(floorVolumes.objectId, objectId), inArray(floorVolumes.facadeId, facadeIds)))
    .orderBy(floorVolumes.id)
    .for("update");
  return {
    cells: new Map(cells.map((cell) => [cellKey(cell), cell])),
    facadeIds: new Set(ofFacades.map((facade) => facade.id)),
    floorIds: new Set(ofFloors.map((floor) => floor.id)),
    units: new Map(works.map((work) => [work.id, work.unit])),
  };
}

/** Refuses a row that names what the object does not have, or a part of a whole piece. */
export function checkRow(row: PlanRow, path: string, grid: Grid): void {
  if (!grid.facadeIds.has(row.facadeId)) throw invalidField(`${path}.facadeId`, "unknown_facade");
  if (!grid.floorIds.has(row.floorId)) throw invalidField(`${path}.floorId`, "unknown_floor");
  const unit = grid.units.get(row.workTypeId);
  if (unit === undefined) throw invalidField(`${path}.workTypeId`, "unknown_work_type");
  if (!fitsUnit(row.planQty, unit)) throw invalidField(`${path}.planQty`, "quantity_whole", { unit });
}

const cellKey = (cell: { facadeId: number; floorId: number; workTypeId: number }) =>
  `${cell.facadeId}:${cell.floorId}:${cell.workTypeId}`;
/** Plan and window of a cell, as the audit log keeps them. */
export const planOf = (cell: { planQty: string; planStart: string | null; planFinish: string | null }) => ({
  planQty: trimmed(cell.planQty),
  planStart: cell.planStart,
  planFinish: cell.planFinish,
});
const sameAs = (cell: PlanCell, row: PlanRow) =>
  trimmed(cell.planQty) === row.planQty &&
  cell.planStart === row.planStart &&
  cell.planFinish === row.planFinish;
