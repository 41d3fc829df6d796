import { schema } from "@stsphera/db";
import { and, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

const { crewMembers, crews } = schema;

/** Accounts that work in a crew `crew` now, its lead among them, as an array of ids. */
export const peopleOfCrew = (crew: string) => `array(
    select ${crew}.lead_user_id where ${crew}.lead_user_id is not null
    union select m.user_id from crew_members m where m.crew_id = ${crew}.id and m.until is null)`;

export type CrewAtWork = Pick<typeof crews.$inferSelect, "id" | "size"> & { userIds: number[] };

const columns = {
  id: crews.id,
  size: crews.size,
  userIds: sql<number[]>`${sql.raw(peopleOfCrew("crews"))}`,
};

/** A crew of the object with its accounts; null when the object has no such crew. */
export async function crewOf(tx: Tx, objectId: number, crewId: number): Promise<CrewAtWork | null> {
  const [row] = await tx
    .select(columns)
    .from(crews)
    .where(and(eq(crews.objectId, objectId), eq(crews.id, crewId)));
  return row ?? null;
}

/** Crews of the object with their accounts, locked in the order of their ids; those it does not have are left out. */
export const lockCrews = (tx: Tx, objectId: number, crewIds: readonly number[]): Promise<CrewAtWork[]> =>
  tx
    .select(columns)
    .from(crews)
    .where(and(eq(crews.objectId, objectId), inArray(crews.id, [...crewIds])))
    .orderBy(crews.id)
    .for("update");

/** The crew of the object that the user leads or works in. */
export async function ownCrewOf(tx: Tx, objectId: number, userId: number): Promise<CrewAtWork | null> {
  const works = tx
    .select({ id: crewMembers.id })
    .from(crewMembers)
    .where(and(eq(crewMembers.crewId, crews.id), eq(crewMembers.userId, userId), isNull(crewMembers.until)));
  const [row] = await tx
    .select(columns)
    .from(crews)
    .where(and(eq(crews.objectId, objectId), or(exists(works), eq(crews.leadUserId, userId))))
    .orderBy(sql`${exists(works)} desc`, crews.id)
    .limit(1);
  return row ?? null;
}
