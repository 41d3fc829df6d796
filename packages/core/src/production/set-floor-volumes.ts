import { fitsUnit, id, setFloorVolumesInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { trimmed } from "../calculation/index.ts";
import {
  assertVersion,
  type Change,
  command,
  type DomainEvent,
  forbidden,
  invalidField,
  nonEmpty,
  notFound,
  type Tx,
} from "../kernel/index.ts";
import { rebuildPlanCurve, rebuildPlanSums } from "./rebuild-plan.ts";

const { facades, floors, floorVolumes, objects, workTypes } = schema;
const input = z.strictObject({ objectId: id, ...setFloorVolumesInput.shape });
type Row = z.output<typeof input>["volumes"][number];
type Cell = typeof floorVolumes.$inferSelect;

/** Sets plan and window of many cells at once; what is not named stays. */
export const setFloorVolumes = command({
  name: "volume.set_plan",
  permissions: ["volume.edit"],
  input,
  load: async (tx, ctx, { objectId, volumes }) => {
    const [object] = await tx.select().from(objects).where(eq(objects.id, objectId)).for("no key update");
    if (object === undefined || !sees(ctx.actor, objectId)) throw notFound();
    return { object, ...(await loadGrid(tx, objectId, volumes)) };
  },
  authorize: (ctx, _grid, { objectId }) => {
    if (!can(ctx.actor, "volume.edit", { objectId })) throw forbidden("volume.edit");
  },
  execute: async (tx, { ctx, input: { objectId, volumes }, target }) => {
    const changes: Change[] = [];
    let created = 0;
    let changed = 0;
    volumes.forEach((row, at) => checkRow(row, at, target));
    for (const row of volumes) {
      const before = target.cells.get(cellKey(row));
      if (before !== undefined && sameAs(before, row)) continue;
      if (before !== undefined && row.version !== undefined) assertVersion(before, row.version);
      const values = {
        objectId,
        facadeId: row.facadeId,
        floorId: row.floorId,
        workTypeId: row.workTypeId,
        planQty: row.planQty,
        planStart: row.planStart,
        planFinish: row.planFinish,
        updatedAt: ctx.now,
      };
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
      else changed += 1;
      changes.push({
        entityType: "floor_volume",
        entityId: cell.id,
        objectId,
        before: before === undefined ? null : planOf(before),
        after: planOf(values),
      });
    }
    const result = { created, changed, unchanged: volumes.length - created - changed };
    if (changes.length === 0) changes.push(nothingNew(objectId, result));
    else {
      await rebuildPlanSums(tx, objectId);
      await rebuildPlanCurve(tx, objectId);
    }
    const events: DomainEvent[] = [
      { type: "volume.plan_changed", objectId, entityType: "object", entityId: objectId, payload: result },
    ];
    return { result, changes: nonEmpty(changes), events };
  },
});

type Grid = {
  cells: Map<string, Cell>;
  facadeIds: Set<number>;
  floorIds: Set<number>;
  units: Map<number, (typeof workTypes.$inferSelect)["unit"]>;
};

async function loadGrid(tx: Tx, objectId: number, rows: readonly Row[]): Promise<Grid> {
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

function checkRow(row: Row, at: number, grid: Grid): void {
  const path = `volumes.${at}`;
  if (!grid.facadeIds.has(row.facadeId)) throw invalidField(`${path}.facadeId`, "unknown_facade");
  if (!grid.floorIds.has(row.floorId)) throw invalidField(`${path}.floorId`, "unknown_floor");
  const unit = grid.units.get(row.workTypeId);
  if (unit === undefined) throw invalidField(`${path}.workTypeId`, "unknown_work_type");
  if (!fitsUnit(row.planQty, unit)) throw invalidField(`${path}.planQty`, "quantity_whole", { unit });
}

const cellKey = (cell: { facadeId: number; floorId: number; workTypeId: number }) =>
  `${cell.facadeId}:${cell.floorId}:${cell.workTypeId}`;
const planOf = (cell: { planQty: string; planStart: string | null; planFinish: string | null }) => ({
  planQty: trimmed(cell.planQty),
  planStart: cell.planStart,
  planFinish: cell.planFinish,
});
const sameAs = (cell: Cell, row: Row) =>
  trimmed(cell.planQty) === row.planQty &&
  cell.planStart === row.planStart &&
  cell.planFinish === row.planFinish;
const nothingNew = (objectId: number, after: Record<string, unknown>): Change => ({
  entityType: "object",
  entityId: objectId,
  objectId,
  before: null,
  after,
});
