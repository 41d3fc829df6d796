import { schema } from "@stsphera/db";
import { and, eq, sql } from "drizzle-orm";
import { type DomainEvent, invalidField, type Tx } from "../../kernel/index.ts";
import { type Ended, writeZoneDecisions, zoneSubject } from "../rights/index.ts";
import { assertLeadsZones } from "./people-of-object.ts";

const { zones } = schema;

type Led = Pick<typeof zones.$inferSelect, "id" | "objectId" | "name" | "foremanId">;
export type HandOver = { from: number; to: number };

/** Tells a foreman of the zone they were given; nothing where the foreman stayed or there is none. */
export const foremanNamed = (zone: Led, before: number | null): DomainEvent[] =>
  zone.foremanId === null || zone.foremanId === before
    ? []
    : [
        {
          ...zoneSubject(zone),
          type: "zone.foreman_named",
          payload: { name: zone.name, foremanId: zone.foremanId, before },
        },
      ];

/**
 * Gives the zones of members who lose roles to others, who may lead zones by the new team. Call it after the team was
 * written and before the rights end: what is left with nobody then falls free.
 * @param losing users who lose a role
 */
export async function handZonesOver(
  tx: Tx,
  { objectId, now }: { objectId: number; now: Date },
  losing: ReadonlySet<number>,
  handOvers: readonly HandOver[],
): Promise<Ended> {
  const ended: Ended = { changes: [], events: [] };
  for (const [at, { from, to }] of handOvers.entries()) {
    if (!losing.has(from)) throw invalidField(`zones.${at}.from`, "nothing_to_change");
    await assertLeadsZones(tx, objectId, to, `zones.${at}.to`);
    const given = await tx
      .update(zones)
      .set({ foremanId: to, withoutForemanSince: null, ledSince: now, version: sql`${zones.version} + 1` })
      .where(and(eq(zones.objectId, objectId), eq(zones.foremanId, from)))
      .returning();
    for (const zone of given) {
      await writeZoneDecisions(tx, zone);
      ended.changes.push({ ...zoneSubject(zone), before: { foremanId: from }, after: { foremanId: to } });
      ended.events.push(...foremanNamed(zone, from));
    }
  }
  return ended;
}
