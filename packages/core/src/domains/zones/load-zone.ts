import type { Zone } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq, sql } from "drizzle-orm";
import { assertVersion, type Context, forbidden, notFound, personRow, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject, type ObjectOfThing } from "../objects/index.ts";

const { zones } = schema;

export type ZoneEntity = typeof zones.$inferSelect;
export type LockedZone = { object: ObjectOfThing; zone: ZoneEntity };

/** Locks the object and then its zone; not_found when the actor may not see the object. */
export async function lockZone(tx: Tx, ctx: Context, zoneId: number): Promise<LockedZone> {
  const [found] = await tx.select().from(zones).where(eq(zones.id, zoneId));
  if (found === undefined) throw notFound();
  const object = await lockSeenObject(tx, ctx, found.objectId);
  const [zone] = await tx.select().from(zones).where(eq(zones.id, zoneId)).for("update");
  if (zone === undefined) throw notFound();
  return { object, zone };
}

/** Refuses a change without the right, from an older version, or on a closed object. */
export function assertMayChangeZone(ctx: Context, { object, zone }: LockedZone, version: number): void {
  assertMayManageZones(ctx, object);
  assertVersion(zone, version);
}

export function assertMayManageZones(ctx: Context, object: ObjectOfThing): void {
  if (!can(ctx.actor, "zone.manage", { objectId: object.id })) throw forbidden("zone.manage");
  assertObjectOpen(object);
}

/** Columns of a zone `z` with the names of its places; of `ZONE_TABLES`. */
export const ZONE_COLUMNS = `
  z.id, z.object_id as "objectId", z.name, json_build_object('id', fa.id, 'code', fa.code) as facade,
  json_build_object('id', lo.id, 'code', lo.code) as "fromFloor",
  json_build_object('id', hi.id, 'code', hi.code) as "toFloor", z.axes,
  case when m.id is not null then ${personRow("m")} end as foreman, z.version`;

export const ZONE_TABLES = `
  zones z
  join facades fa on fa.id = z.facade_id
  join floors lo on lo.id = z.from_floor_id
  join floors hi on hi.id = z.to_floor_id
  left join users m on m.id = z.foreman_id`;

/** Reads a zone that was just written. */
export async function readZone(tx: Tx, zoneId: number): Promise<Zone> {
  const [row] = await tx.execute<Zone>(
    sql`select ${sql.raw(ZONE_COLUMNS)} from ${sql.raw(ZONE_TABLES)} where z.id = ${zoneId}`,
  );
  if (row === undefined) throw new Error("a zone was not stored");
  return row;
}
