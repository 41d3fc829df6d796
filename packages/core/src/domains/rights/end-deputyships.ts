import { schema } from "@stsphera/db";
import { can, rolesOn, type UserActor } from "@stsphera/rbac";
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { type Context, subjectAs, type Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST, type Ended, type Loss } from "./ended.ts";

const { delegations, users } = schema;

type Deputyship = typeof delegations.$inferSelect;

/**
 * Ends current and future delegations that lost their basis with the user: as the absent user with nothing to
 * delegate, as a former manager who created one for a member, or as a deputy who may not be one. `lent`: users whose
 * rights are reduced by it.
 */
export async function endDeputyships(
  tx: Tx,
  { now }: Context,
  person: UserActor,
  objectId: number | null,
): Promise<Ended & { lent: Loss[] }> {
  const tied = await tx
    .select({ row: delegations })
    .from(delegations)
    .innerJoin(users, eq(users.id, delegations.principalId))
    .where(
      and(
        isNull(delegations.endedAt),
        sql`${delegations.toDay} >= (${now.toISOString()}::timestamptz at time zone ${users.timeZone})::date`,
        or(
          eq(delegations.principalId, person.id),
          eq(delegations.deputyId, person.id),
          eq(delegations.createdBy, person.id),
        ),
        ...(objectId === null ? [] : [eq(delegations.objectId, objectId)]),
      ),
    )
    .orderBy(asc(delegations.id))
    .for("update", { of: delegations });
  const groundless = tied.map(({ row }) => row).filter((row) => !standsOn(person, row, objectId));
  if (groundless.length === 0) return { changes: [], events: [], lent: [] };
  const ids = groundless.map(({ id }) => id);
  await tx
    .update(delegations)
    .set({ endedAt: now, version: sql`${delegations.version} + 1` })
    .where(inArray(delegations.id, ids));
  return {
    changes: groundless.map((row) => ({
      ...subjectOf(row),
      before: { endedAt: null },
      after: { endedAt: now.toISOString() },
      ...BY_RIGHTS_LOST,
    })),
    events: groundless.map((row) => ({
      ...subjectOf(row),
      type: "delegation.ended",
      payload: delegationPayload(row),
    })),
    lent: groundless
      .filter(({ deputyId }) => deputyId !== person.id)
      .map((row) => ({ userId: row.deputyId, objectId: row.objectId })),
  };
}

/** Whether a delegation keeps its basis; an observer neither delegates nor is a deputy. */
function standsOn(person: UserActor, row: Deputyship, lostOn: number | null): boolean {
  const { principalId, deputyId, objectId } = row;
  const works = person.status === "active" && person.role !== "viewer";
  if (person.id === deputyId) return works;
  if (person.id !== principalId) {
    return can(person, "delegation.object", objectId === null ? {} : { objectId });
  }
  const lends = lostOn !== null || works;
  return lends && (objectId === null || rolesOn(person, objectId).length > 0);
}

const subjectOf = subjectAs("delegation");

/** Event payload of a delegation. */
export const delegationPayload = ({ principalId, deputyId, fromDay, toDay }: Deputyship) => ({
  principalId,
  deputyId,
  fromDay,
  toDay,
});
