import { schema } from "@stsphera/db";
import { type Limit, mayHold, type Permission } from "@stsphera/rbac";
import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { type Ended, IN_HAND, writeZoneDecisions } from "../rights/index.ts";
import { giveDefectsBack } from "./give-defects-back.ts";
import { foremanNamed, type HandOver } from "./hand-zones-over.ts";
import type { HeldRole } from "./team.ts";

const { crewMembers, crews, defects, teamRemovals, zones } = schema;

/** As long as other acts can be undone. */
const UNDO_MINUTES = 10;

/** Roles of the first list whose users have none in the second. */
export function peopleWithout(from: readonly HeldRole[], left: readonly HeldRole[]): HeldRole[] {
  const stays = new Set(left.map(({ userId }) => userId));
  return from.filter(({ userId }) => !stays.has(userId));
}

/**
 * Remembers who left the team altogether, the zones and crews they led and the defects they were to fix. Call it before
 * their rights are ended.
 */
export async function noteRemovals(
  tx: Tx,
  objectId: number,
  gone: readonly HeldRole[],
  { removedAt, zones: handOvers }: { removedAt: Date; zones: readonly HandOver[] },
): Promise<void> {
  const userIds = [...new Set(gone.map(({ userId }) => userId))];
  if (userIds.length === 0) return;
  const led = await tx
    .select({ id: zones.id, userId: zones.foremanId })
    .from(zones)
    .where(and(eq(zones.objectId, objectId), inArray(zones.foremanId, userIds)));
  const leads = await tx
    .select({ id: crews.id, userId: crews.leadUserId })
    .from(crews)
    .where(and(eq(crews.objectId, objectId), inArray(crews.leadUserId, userIds)));
  const given = await tx
    .select({
      id: defects.id,
      userId: defects.responsibleId,
      status: defects.status,
      statusSince: defects.statusSince,
    })
    .from(defects)
    .where(
      and(
        eq(defects.objectId, objectId),
        inArray(defects.responsibleId, userIds),
        inArray(defects.status, [...IN_HAND]),
      ),
    )
    .orderBy(defects.id);
  const defectsOf = Map.groupBy(given, ({ userId }) => userId);
  const crewsOf = Map.groupBy(leads, ({ userId }) => userId);
  const zonesOf = Map.groupBy(led, ({ userId }) => userId);
  for (const userId of userIds) {
    const zoneIds = (zonesOf.get(userId) ?? []).map(({ id }) => id);
    const crewIds = (crewsOf.get(userId) ?? []).map(({ id }) => id);
    const zonesTo = handOvers.find(({ from }) => from === userId)?.to ?? null;
    const left = (defectsOf.get(userId) ?? []).map(({ id, status, statusSince }) => ({
      id,
      status,
      statusSince: statusSince.toISOString(),
    }));
    const noted = { removedAt, zoneIds, zonesTo, crewIds, defects: left };
    await tx
      .insert(teamRemovals)
      .values({ objectId, userId, ...noted })
      .onConflictDoUpdate({ target: [teamRemovals.objectId, teamRemovals.userId], set: noted });
  }
}

/** Removals of these users in the last ten minutes. */
export const lateRemovals = (tx: Tx, objectId: number, of: readonly HeldRole[], now: Date) =>
  tx
    .select()
    .from(teamRemovals)
    .where(
      and(
        eq(teamRemovals.objectId, objectId),
        inArray(teamRemovals.userId, [...new Set(of.map(({ userId }) => userId))]),
        gt(teamRemovals.removedAt, new Date(now.getTime() - UNDO_MINUTES * 60_000)),
      ),
    )
    .orderBy(teamRemovals.userId);

/**
 * Gives the zones, the crew and the defects back to members who return within ten minutes of their removal, as far as
 * their roles allow and nobody was put there but by the removal itself.
 */
export async function giveWorkBack(
  tx: Tx,
  objectId: number,
  returning: readonly HeldRole[],
  now: Date,
): Promise<Ended> {
  const ended: Ended = { changes: [], events: [] };
  if (returning.length === 0) return ended;
  for (const removal of await lateRemovals(tx, objectId, returning, now)) {
    const may = (permission: Permission, beyond?: Limit) =>
      returning.some(({ userId, role }) => userId === removal.userId && mayHold(role, permission, beyond));
    const works = may("fact.enter");
    const zoneIds = may("fact.enter", "own_crew") ? removal.zoneIds : [];
    const parts = [
      works ? await giveBack(tx, { ...removal, zoneIds }) : null,
      may("defect.fix") ? await giveDefectsBack(tx, removal) : null,
    ];
    for (const part of parts) {
      ended.changes.push(...(part?.changes ?? []));
      ended.events.push(...(part?.events ?? []));
    }
  }
  return ended;
}

async function giveBack(
  tx: Tx,
  { objectId, userId, removedAt, zoneIds, zonesTo, crewIds }: typeof teamRemovals.$inferSelect,
): Promise<Ended> {
  const led = await tx
    .update(zones)
    .set({ foremanId: userId, withoutForemanSince: null, ledSince: null, version: sql`${zones.version} + 1` })
    .where(
      and(
        eq(zones.objectId, objectId),
        inArray(zones.id, zoneIds),
        or(isNull(zones.foremanId), ...(zonesTo === null ? [] : [eq(zones.foremanId, zonesTo)])),
      ),
    )
    .returning();
  for (const zone of led) await writeZoneDecisions(tx, zone);
  const leads = await tx
    .update(crews)
    .set({ leadUserId: userId, version: sql`${crews.version} + 1` })
    .where(and(eq(crews.objectId, objectId), inArray(crews.id, crewIds), isNull(crews.leadUserId)))
    .returning({ id: crews.id });
  const works = await tx
    .update(crewMembers)
    .set({ until: null })
    .where(
      and(
        eq(crewMembers.objectId, objectId),
        eq(crewMembers.userId, userId),
        eq(crewMembers.until, removedAt),
      ),
    )
    .returning({ crewId: crewMembers.crewId });
  const changes = [
    ...led.map(({ id }) => ({
      entityType: "zone",
      entityId: id,
      objectId,
      before: { foremanId: zonesTo },
      after: { foremanId: userId },
    })),
    ...leads.map(({ id }) => ({
      entityType: "crew",
      entityId: id,
      objectId,
      before: { leadUserId: null },
      after: { leadUserId: userId },
    })),
    ...works.map(({ crewId }) => ({
      entityType: "crew",
      entityId: crewId,
      objectId,
      before: null,
      after: { userId },
    })),
  ];
  return { changes, events: led.flatMap((zone) => foremanNamed(zone, zonesTo)) };
}
