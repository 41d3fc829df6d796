import type { RefusalCode } from "@stsphera/contracts/refusals";
import { schema } from "@stsphera/db";
import {
  countingRoles,
  GRANTS,
  type Limit,
  mayHold,
  type Permission,
  reachOf,
  type Role,
} from "@stsphera/rbac";
import { and, eq, inArray } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";

const { objectRoles, users } = schema;

/**
 * What a user is given: the permission needed for it, a limit within which it does not suffice, the field of the input,
 * the sentence for who lacks it.
 */
type Work = { permission: Permission; beyond?: Limit; path: string; lacking?: RefusalCode };

type Known = { active: boolean; company: Role | null; roles: readonly Role[] };

/** Reads users with their roles on the object, locked against deactivation until the end of the transaction. */
async function knownPeople(
  tx: Tx,
  objectId: number,
  userIds: readonly number[],
): Promise<Map<number, Known>> {
  const people = await tx
    .select({ id: users.id, status: users.status, company: users.role })
    .from(users)
    .where(inArray(users.id, [...userIds]))
    .orderBy(users.id)
    .for("share");
  const held = await tx
    .select({ userId: objectRoles.userId, role: objectRoles.role })
    .from(objectRoles)
    .where(and(eq(objectRoles.objectId, objectId), inArray(objectRoles.userId, [...userIds])));
  return new Map(
    people.map(({ id, status, company }) => [
      id,
      {
        active: status === "active",
        company,
        roles: countingRoles(
          company,
          held.filter((one) => one.userId === id).map((one) => one.role),
        ),
      },
    ]),
  );
}

/**
 * Refuses a user who is given a thing of the object but could not work on it: not a member, deactivated, or without
 * the permission, which a relation to the thing may give.
 */
export async function assertWorker(
  tx: Tx,
  objectId: number,
  userId: number,
  { permission, beyond, path, lacking = "person_lacks_right" }: Work,
): Promise<void> {
  const person = (await knownPeople(tx, objectId, [userId])).get(userId);
  if (person === undefined || person.roles.length === 0) throw invalidField(path, "not_on_object");
  if (!person.active) throw invalidField(path, "person_not_active");
  if (!person.roles.some((role) => mayHold(role, permission, beyond))) throw invalidField(path, lacking);
}

/** Whether a user could be given a thing of the object, as `assertWorker` asks it. */
export async function isWorker(
  tx: Tx,
  objectId: number,
  userId: number,
  { permission, beyond }: Pick<Work, "permission" | "beyond">,
): Promise<boolean> {
  const person = (await knownPeople(tx, objectId, [userId])).get(userId);
  return person?.active === true && person.roles.some((role) => mayHold(role, permission, beyond));
}

/** Refuses a foreman of zones who may not enter the facts of every crew there. */
export const assertLeadsZones = (tx: Tx, objectId: number, userId: number, path: string): Promise<void> =>
  assertWorker(tx, objectId, userId, {
    permission: "fact.enter",
    beyond: "own_crew",
    path,
    lacking: "person_leads_no_zone",
  });

/** Refuses the first of the users, e.g. of those mentioned, who may not read the thing. */
export async function assertReaders(
  tx: Tx,
  objectId: number,
  userIds: readonly number[],
  { permission, path }: { permission: Permission; path: string },
): Promise<void> {
  if (userIds.length === 0) return;
  const people = await knownPeople(tx, objectId, userIds);
  const stranger = userIds.findIndex((userId) => !reads(people.get(userId), permission));
  if (stranger >= 0) throw invalidField(`${path}.${stranger}`, "not_on_object");
}

function reads(person: Known | undefined, permission: Permission): boolean {
  if (person === undefined || !person.active) return false;
  const everywhere = person.company !== null && reachOf(person.company) === "company" ? [person.company] : [];
  return [...everywhere, ...person.roles].some(
    (role) => role === "admin" || GRANTS[permission].roles.includes(role),
  );
}
