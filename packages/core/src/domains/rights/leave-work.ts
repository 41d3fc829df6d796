import { schema } from "@stsphera/db";
import { can, type UserActor } from "@stsphera/rbac";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST, type Ended } from "./ended.ts";
import { writeZoneDecisions } from "./zone-decisions.ts";

const { crewMembers, crews, zones } = schema;

/** A user works on the object's facts only as an active one; `can()` judges the roles that are left. */
const entersFacts = (person: UserActor, objectId: number) => can(person, "fact.enter", { objectId });

/** A zone is led by a user whose right is not limited to their own crew, as when the zone is given (zone-rules.ts). */
const leadsZones = (person: UserActor, objectId: number) =>
  can(person, "fact.enter", { objectId, beyond: "own_crew" });

/** Ends the work in crews on objects where the user may no longer enter facts. */
export async function leaveCrews(
  tx: Tx,
  { now }: Context,
  person: UserActor,
  objectId: number | null,
): Promise<Ended> {
  const held = await tx
    .select()
    .from(crewMembers)
    .where(
      and(
        eq(crewMembers.userId, person.id),
        isNull(crewMembers.until),
        ...(objectId === null ? [] : [eq(crewMembers.objectId, objectId)]),
      ),
    )
    .orderBy(asc(crewMembers.id))
    .for("update");
  const groundless = held.filter((row) => !entersFacts(person, row.objectId));
  if (groundless.length === 0) return { changes: [], events: [] };
  const ids = groundless.map(({ id }) => id);
  await tx.update(crewMembers).set({ until: now }).where(inArray(crewMembers.id, ids));
  return {
    changes: groundless.map(({ crewId, objectId: of, userId }) => ({
      entityType: "crew",
      entityId: crewId,
      objectId: of,
      before: { userId },
      after: null,
      ...BY_RIGHTS_LOST,
    })),
    events: [],
  };
}

/** Leaves crews without an account of their lead where the user may no longer enter facts; the lead's name stays. */
export async function leaveLead(tx: Tx, person: UserActor, objectId: number | null): Promise<Ended> {
  const led = await tx
    .select()
    .from(crews)
    .where(and(eq(crews.leadUserId, person.id), ...(objectId === null ? [] : [eq(crews.objectId, objectId)])))
    .orderBy(asc(crews.id))
    .for("update");
  const left = led.filter((crew) => crew.objectId !== null && !entersFacts(person, crew.objectId));
  if (left.length === 0) return { changes: [], events: [] };
  const ids = left.map(({ id }) => id);
  await tx
    .update(crews)
    .set({ leadUserId: null, version: sql`${crews.version} + 1` })
    .where(inArray(crews.id, ids));
  return {
    changes: left.map(({ id, objectId: of }) => ({
      entityType: "crew",
      entityId: id,
      objectId: of,
      before: { leadUserId: person.id },
      after: { leadUserId: null },
      ...BY_RIGHTS_LOST,
    })),
    events: [],
  };
}

/** Leaves zones without a foreman where the user may no longer lead them; the managers are told. */
export async function leaveZones(
  tx: Tx,
  { now }: Context,
  person: UserActor,
  objectId: number | null,
): Promise<Ended> {
  const led = await tx
    .select()
    .from(zones)
    .where(and(eq(zones.foremanId, person.id), ...(objectId === null ? [] : [eq(zones.objectId, objectId)])))
    .orderBy(asc(zones.id))
    .for("update");
  const left = led.filter((zone) => !leadsZones(person, zone.objectId));
  if (left.length === 0) return { changes: [], events: [] };
  const ids = left.map(({ id }) => id);
  await tx
    .update(zones)
    .set({ foremanId: null, withoutForemanSince: now, version: sql`${zones.version} + 1` })
    .where(inArray(zones.id, ids));
  for (const zone of left) {
    await writeZoneDecisions(tx, { ...zone, foremanId: null, withoutForemanSince: now });
  }
  const subjectOf = (zone: (typeof left)[number]) => ({
    entityType: "zone",
    entityId: zone.id,
    objectId: zone.objectId,
  });
  return {
    changes: left.map((zone) => ({
      ...subjectOf(zone),
      before: { foremanId: person.id },
      after: { foremanId: null },
      ...BY_RIGHTS_LOST,
    })),
    events: left.map((zone) => ({
      ...subjectOf(zone),
      type: "zone.foreman_left",
      payload: { name: zone.name, foremanId: person.id },
    })),
  };
}
