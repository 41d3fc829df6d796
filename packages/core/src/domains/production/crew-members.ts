import { schema } from "@stsphera/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Change, Context, Tx } from "../../kernel/index.ts";

const { crewMembers } = schema;

const change = (crewId: number, objectId: number, its: Pick<Change, "before" | "after">): Change => ({
  entityType: "crew",
  entityId: crewId,
  objectId,
  ...its,
});

/** Ids of the accounts that work in a crew now. */
export async function membersOf(tx: Tx, crewId: number): Promise<number[]> {
  const rows = await tx
    .select({ userId: crewMembers.userId })
    .from(crewMembers)
    .where(and(eq(crewMembers.crewId, crewId), isNull(crewMembers.until)))
    .orderBy(asc(crewMembers.userId));
  return rows.map(({ userId }) => userId);
}

/** Ends a user's work in a crew. */
export async function leaveCrew(
  tx: Tx,
  { now }: Pick<Context, "now">,
  objectId: number,
  crewId: number,
  userId: number,
): Promise<Change> {
  await tx
    .update(crewMembers)
    .set({ until: now })
    .where(and(eq(crewMembers.crewId, crewId), eq(crewMembers.userId, userId), isNull(crewMembers.until)));
  return change(crewId, objectId, { before: { userId }, after: null });
}

export type CrewPlace = { objectId: number; crewId: number; userId: number; now: Date };

/** Begins a user's work in a crew and ends that in another one of the object; nothing when they work in it already. */
export async function joinCrew(tx: Tx, { objectId, crewId, userId, now }: CrewPlace): Promise<Change[]> {
  const [held] = await tx
    .select({ crewId: crewMembers.crewId })
    .from(crewMembers)
    .where(and(eq(crewMembers.objectId, objectId), eq(crewMembers.userId, userId), isNull(crewMembers.until)))
    .for("update");
  if (held?.crewId === crewId) return [];
  const left = held === undefined ? [] : [await leaveCrew(tx, { now }, objectId, held.crewId, userId)];
  await tx.insert(crewMembers).values({ objectId, crewId, userId, since: now });
  return [...left, change(crewId, objectId, { before: null, after: { userId } })];
}
