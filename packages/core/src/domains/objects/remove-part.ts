import { schema } from "@stsphera/db";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import { DomainError, nonEmpty, type Outcome, type Tx } from "../../kernel/index.ts";
import { dropEmptyWorkSums, type PlanCell, planOf, rebuildPlan } from "../plan/index.ts";
import { bumpObject, type ObjectRow } from "./load-object.ts";
import type { FacadeRow, FloorRow } from "./lock-part.ts";

const { dailyPlanFact, floorVolumes, zones } = schema;

/** Removes the cells of a facade or floor; refused when one of them has an entry. */
export async function removeCells(
  tx: Tx,
  objectId: number,
  ofPart: SQL,
  refusal: "facade_has_facts" | "floor_has_facts",
): Promise<PlanCell[]> {
  const cells = await tx
    .select()
    .from(floorVolumes)
    .where(and(eq(floorVolumes.objectId, objectId), ofPart))
    .orderBy(floorVolumes.id)
    .for("update");
  const ids = cells.map((cell) => cell.id);
  if (ids.length === 0) return [];
  const [fact] = await tx
    .select({ id: dailyPlanFact.id })
    .from(dailyPlanFact)
    .where(inArray(dailyPlanFact.floorVolumeId, ids))
    .limit(1);
  if (fact !== undefined) throw new DomainError("conflict", { sentence: refusal });
  await tx.delete(floorVolumes).where(inArray(floorVolumes.id, ids));
  await rebuildPlan(tx, objectId);
  await dropEmptyWorkSums(tx, objectId);
  return cells;
}

/** Refuses while a zone lies on the part. */
export async function assertNoZones(
  tx: Tx,
  onPart: SQL | undefined,
  refusal: "facade_has_zones" | "floor_has_zones",
): Promise<void> {
  const [zone] = await tx.select({ id: zones.id }).from(zones).where(onPart).limit(1);
  if (zone !== undefined) throw new DomainError("conflict", { sentence: refusal });
}

/** Audit rows of a removed part and each of its cells. */
export async function partRemoved(
  tx: Tx,
  object: ObjectRow,
  kind: "facade" | "floor",
  part: FacadeRow | FloorRow,
  cells: readonly PlanCell[],
): Promise<Outcome<{ id: number; objectVersion: number; cells: number }>> {
  const objectVersion = await bumpObject(tx, object);
  const objectId = object.id;
  const { id, objectId: _objectId, version: _version, ...before } = part;
  const gone = cells.map((cell) => {
    const { facadeId, floorId, workTypeId } = cell;
    const was = { facadeId, floorId, workTypeId, ...planOf(cell) };
    return { entityType: "floor_volume", entityId: cell.id, objectId, before: was, after: null };
  });
  return {
    result: { id, objectVersion, cells: cells.length },
    changes: nonEmpty([{ entityType: kind, entityId: id, objectId, before, after: null }, ...gone]),
    events: [
      {
        type: "object.structure_changed",
        entityType: "object",
        entityId: objectId,
        objectId,
        payload: { name: object.name, removed: { kind, id, code: part.code, cells: cells.length } },
      },
    ],
  };
}
