import { schema } from "@stsphera/db";
import { and, eq, max, sql } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";

const { defects, facades, floors, workTypes } = schema;

type Given = {
  objectId: number;
  facadeId: number;
  floorId?: number | undefined;
  workTypeId?: number | undefined;
};

/** The codes of the facade and the floor; refuses parts of other objects and works that are not in the dictionary. */
export async function placeOf(
  tx: Tx,
  { objectId, facadeId, floorId, workTypeId }: Given,
): Promise<{ facade: string; floor: string | null }> {
  const [facade] = await tx
    .select({ code: facades.code })
    .from(facades)
    .where(and(eq(facades.id, facadeId), eq(facades.objectId, objectId)));
  if (facade === undefined) throw invalidField("facadeId", "defect_facade_elsewhere");
  if (workTypeId !== undefined) {
    const [work] = await tx.select({ id: workTypes.id }).from(workTypes).where(eq(workTypes.id, workTypeId));
    if (work === undefined) throw invalidField("workTypeId", "unknown_work_type");
  }
  if (floorId === undefined) return { facade: facade.code, floor: null };
  const [floor] = await tx
    .select({ code: floors.code })
    .from(floors)
    .where(and(eq(floors.id, floorId), eq(floors.objectId, objectId)));
  if (floor === undefined) throw invalidField("floorId", "defect_floor_elsewhere");
  return { facade: facade.code, floor: floor.code };
}

/** The next number on the object, whose row the caller has locked. */
export async function nextNumber(tx: Tx, objectId: number): Promise<number> {
  const [row] = await tx
    .select({ last: max(defects.number) })
    .from(defects)
    .where(eq(defects.objectId, objectId));
  return (row?.last ?? 0) + 1;
}

/** The crew of the newest entry at this place, of this work where it is named; null where nobody had worked. */
export async function lastCrewAt(
  tx: Tx,
  { objectId, facadeId, floorId, workTypeId }: Given,
): Promise<number | null> {
  if (floorId === undefined) return null;
  const ofWork = workTypeId === undefined ? sql`` : sql`and v.work_type_id = ${workTypeId}::int`;
  const [row] = await tx.execute<{ crewId: number }>(sql`
    select e.crew_id as "crewId" from floor_volumes v join daily_plan_fact e on e.floor_volume_id = v.id
    where v.object_id = ${objectId}::int and v.facade_id = ${facadeId}::int and v.floor_id = ${floorId}::int ${ofWork}
      and e.kind = 'work' and e.crew_id is not null and e.status <> 'parked'
      and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
    order by e.date desc, e.id desc limit 1`);
  return row?.crewId ?? null;
}
