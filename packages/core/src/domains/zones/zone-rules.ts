import { schema } from "@stsphera/db";
import { and, eq, inArray } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";
import { assertLeadsZones, codeKey } from "../objects/index.ts";
import type { ZoneEntity } from "./load-zone.ts";

const { facades, floors, zones } = schema;

export type ZoneValues = Omit<ZoneEntity, "id" | "version" | "withoutForemanSince" | "ledSince">;

/**
 * Refuses a zone whose places are not of its object or in the wrong order, a name that another zone has, and a new
 * foreman who may not enter facts of every crew there.
 */
export async function assertZone(tx: Tx, zone: ZoneValues, before: ZoneEntity | null): Promise<void> {
  await assertPlaces(tx, zone);
  const standing = await tx
    .select({ id: zones.id, name: zones.name })
    .from(zones)
    .where(eq(zones.objectId, zone.objectId));
  const isSame = ({ id, name }: (typeof standing)[number]) =>
    id !== before?.id && codeKey(name) === codeKey(zone.name);
  if (standing.some(isSame)) throw invalidField("name", "zone_name_taken");
  if (zone.foremanId !== null && zone.foremanId !== before?.foremanId) {
    await assertLeadsZones(tx, zone.objectId, zone.foremanId, "foremanId");
  }
}

async function assertPlaces(tx: Tx, zone: ZoneValues): Promise<void> {
  const { objectId, facadeId, fromFloorId, toFloorId } = zone;
  const [facade] = await tx
    .select({ id: facades.id })
    .from(facades)
    .where(and(eq(facades.objectId, objectId), eq(facades.id, facadeId)));
  if (facade === undefined) throw invalidField("facadeId", "unknown_facade");
  const found = await tx
    .select({ id: floors.id, sort: floors.sort })
    .from(floors)
    .where(and(eq(floors.objectId, objectId), inArray(floors.id, [fromFloorId, toFloorId])));
  const sortOf = (floorId: number) => found.find(({ id }) => id === floorId)?.sort;
  const [from, to] = [sortOf(fromFloorId), sortOf(toFloorId)];
  if (from === undefined) throw invalidField("fromFloorId", "unknown_floor");
  if (to === undefined) throw invalidField("toFloorId", "unknown_floor");
  if (to < from) throw invalidField("toFloorId", "zone_floors_order");
}
