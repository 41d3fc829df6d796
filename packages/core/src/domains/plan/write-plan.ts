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
  DomainError,
  type DomainEvent,
  invalidField,
  type Tx,
} from "../../kernel/index.ts";
import { dropEmptyWorkSums, rebuildPlanCurves, rebuildPlanSums } from "./rebuild-plan.ts";
import { removeCellsOf } from "./remove-cells.ts";

const { facades, floors, floorVolumes, workTypes } = schema;
export type PlanRow = z.output<typeof setFloorVolumesInput>["volumes"][number];
/** A cell of the grid as stored. */
export type PlanCell = typeof floorVolumes.$inferSelect;

export type PlanWritten = { created: number; changed: number; unchanged: number; removed: number };

/** The event of a changed plan. */
export const planChanged = (objectId: number, payload: PlanWritten): DomainEvent => ({
  type: "volume.plan_changed",
  objectId,
  entityType: "object",
  entityId: objectId,
  payload,
});

/** Rebuilds sums and curves of an object after its cells changed. */
export async function rebuildPlan(tx: Tx, objectId: number): Promise<void> {
  await rebuildPlanSums(tx, objectId);
  await dropEmptyWorkSums(tx, objectId);
  await rebuildPlanCurves(tx, [objectId]);
}

type SetRow = PlanRow & { planQty: string };
const isSet = (row: PlanRow): row is SetRow => row.planQty !== null;

/**
 * Writes checked cells and removes those whose quantity is null; an unchanged one is skipped, a repeated one, or a change
 * without the version it is based on, is refused with its index in `volumes`. The caller rebuilds sums and curves.
 */
export async function writePlan(
  tx: Tx,
  ctx: Context,
  objectId: number,
  volumes: readonly PlanRow[],
  { cells }: Grid,
): Promise<{ result: PlanWritten; changes: Change[] }> {
  const named = new Set<string>();
  const wanted: { row: SetRow; before: PlanCell | undefined }[] = [];
  const unwanted: { at: number; cell: PlanCell }[] = [];
  for (const [at, row] of volumes.entries()) {
    const key = cellKey(row);
    if (named.has(key)) throw invalidField(`volumes.${at}`, "cell_twice");
    named.add(key);
    const before = cells.get(key);
    if (before === undefined ? row.planQty === null : sameAs(before, row)) continue;
    assertRead(before, row, at);
    if (isSet(row)) wanted.push({ row, before });
    else if (before !== undefined) unwanted.push({ at, cell: before });
  }
  const rows = wanted.map(({ row }) => row);
  const ids = await upsert(tx, ctx, objectId, rows);
  const written = wanted.map(({ row, before }) => changeOf(objectId, ids.get(cellKey(row)), row, before));
  const gone = await removeCellsOf(tx, objectId, unwanted);
  const created = wanted.filter(({ before }) => before === undefined).length;
  const changes = [...written, ...gone];
  const result = {
    created,
    changed: written.length - created,
    unchanged: volumes.length - changes.length,
    removed: gone.length,
  };
  return { result, changes };
}

/** Rows with the quantities that their cells had before. */
export const revisedCells = (rows: readonly PlanRow[], { cells }: Grid) =>
  rows.map(({ facadeId, floorId, workTypeId, planQty }) => {
    const before = cells.get(cellKey({ facadeId, floorId, workTypeId }));
    return { facadeId, floorId, workTypeId, oldQty: before?.planQty ?? null, newQty: planQty };
  });

/** Refuses a change of a cell that its author has not read as it is: a version is 0 where no cell was. */
function assertRead(before: PlanCell | undefined, { version }: PlanRow, at: number): void {
  if (before !== undefined && version === undefined)
    throw invalidField(`volumes.${at}.version`, "cell_version_required");
  if (before !== undefined) assertVersion(before, version ?? 0);
  else if ((version ?? 0) > 0) throw new DomainError("version_conflict", { current: null });
}

/** Writes all cells in one statement, even a wizard's grid of thousands; returns the ids in input order. */
async function upsert(
  tx: Tx,
  ctx: Context,
  objectId: number,
  rows: readonly SetRow[],
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const column = (valueOf: (row: SetRow) => string | number | null) =>
    sql.param(`{${rows.map((row) => valueOf(row) ?? "NULL").join(",")}}`);
  const written = await tx.execute<Place & { id: number }>(sql`
    insert into floor_volumes as v
      (object_id, facade_id, floor_id, work_type_id, plan_qty, plan_start, plan_finish, updated_at)
    select ${objectId}::int, w.*, ${ctx.now.toISOString()}::timestamptz
    from unnest(${column((row) => row.facadeId)}::int[], ${column((row) => row.floorId)}::int[],
      ${column((row) => row.workTypeId)}::int[], ${column((row) => row.planQty)}::numeric[],
      ${column((row) => row.planStart)}::date[], ${column((row) => row.planFinish)}::date[]) as w
    on conflict (facade_id, floor_id, work_type_id) do update set plan_qty = excluded.plan_qty,
      plan_start = excluded.plan_start, plan_finish = excluded.plan_finish, updated_at = excluded.updated_at,
      version = v.version + 1
    returning id, facade_id as "facadeId", floor_id as "floorId", work_type_id as "workTypeId"`);
  return new Map(written.map((cell) => [cellKey(cell), cell.id]));
}

function changeOf(
  objectId: number,
  cellId: number | undefined,
  row: SetRow,
  before: PlanCell | undefined,
): Change {
  if (cellId === undefined) throw new Error("a cell was not written");
  const { facadeId, floorId, workTypeId } = row;
  return {
    entityType: "floor_volume",
    entityId: cellId,
    objectId,
    before: before === undefined ? null : planOf(before),
    after: before === undefined ? { facadeId, floorId, workTypeId, ...planOf(row) } : planOf(row),
  };
}

export type Grid = {
  cells: Map<string, PlanCell>;
  facadeIds: Set<number>;
  floorIds: Set<number>;
  units: Map<number, (typeof workTypes.$inferSelect)["unit"]>;
};

/** Reads the facades, floors and works of an object that rows may refer to, and locks the existing cells. */
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

/** Refuses a row that refers to something the object does not have, or has a fraction of a piece. */
export function checkRow(row: PlanRow, path: string, grid: Grid): void {
  if (!grid.facadeIds.has(row.facadeId)) throw invalidField(`${path}.facadeId`, "unknown_facade");
  if (!grid.floorIds.has(row.floorId)) throw invalidField(`${path}.floorId`, "unknown_floor");
  const unit = grid.units.get(row.workTypeId);
  if (unit === undefined) throw invalidField(`${path}.workTypeId`, "unknown_work_type");
  if (row.planQty !== null && !fitsUnit(row.planQty, unit))
    throw invalidField(`${path}.planQty`, "quantity_whole", { unit });
}

type Place = { facadeId: number; floorId: number; workTypeId: number };
const cellKey = (cell: Place) => `${cell.facadeId}:${cell.floorId}:${cell.workTypeId}`;
/** Plan and window of a cell for the audit log. */
export const planOf = (cell: { planQty: string; planStart: string | null; planFinish: string | null }) => ({
  planQty: trimmed(cell.planQty),
  planStart: cell.planStart,
  planFinish: cell.planFinish,
});
const sameAs = (cell: PlanCell, row: PlanRow) =>
  trimmed(cell.planQty) === row.planQty &&
  cell.planStart === row.planStart &&
  cell.planFinish === row.planFinish;
