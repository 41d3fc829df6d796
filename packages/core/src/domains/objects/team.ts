import { schema } from "@stsphera/db";
import { MEMBER_ROLES, type Role, ROLE_CODES } from "@stsphera/rbac";
import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";

const { objectRoles, users } = schema;

export type HeldRole = { userId: number; role: Role };
export type MemberRoles = { userId: number; roles: Role[] };

const keyOf = (held: HeldRole) => `${held.userId}:${held.role}`;

/** Entries of the first list that are not in the second. */
export function without(from: readonly HeldRole[], left: readonly HeldRole[]): HeldRole[] {
  const gone = new Set(left.map(keyOf));
  return from.filter((held) => !gone.has(keyOf(held)));
}

/** One entry per user with their roles in canonical order, as the audit log stores a team. */
export function byPerson(team: readonly HeldRole[]): MemberRoles[] {
  const people = Map.groupBy(team, (held) => held.userId);
  return [...people]
    .sort(([a], [b]) => a - b)
    .map(([userId, held]) => {
      const codes = new Set(held.map(({ role }) => role));
      return { userId, roles: ROLE_CODES.filter((role) => codes.has(role)) };
    });
}

/**
 * Flattens a list of members; a repeated user or a role that cannot be held on an object is refused with its index.
 */
export function toHeldRoles(members: readonly { userId: number; roles: readonly Role[] }[]): HeldRole[] {
  const seen = new Set<number>();
  return members.flatMap(({ userId, roles }, at) => {
    if (seen.has(userId)) throw invalidField(`members.${at}.userId`, "member_twice");
    seen.add(userId);
    const foreign = roles.findIndex((role) => !MEMBER_ROLES.includes(role));
    if (foreign >= 0) throw invalidField(`members.${at}.roles.${foreign}`, "role_not_for_objects");
    return [...new Set(roles)].map((role) => ({ userId, role }));
  });
}

const ACTIVE = eq(users.status, "active");

/** Ids of users who cannot join: unknown or not active. */
export const notActive = (tx: Tx, userIds: readonly number[]) => allBut(tx, userIds, ACTIVE);

/** Ids of users who cannot manage, whatever role they still hold: not active, or observers by company role. */
export const notManaging = (tx: Tx, userIds: readonly number[]) =>
  allBut(tx, userIds, and(ACTIVE, ne(users.role, "viewer")));

async function allBut(tx: Tx, userIds: readonly number[], meant: SQL | undefined): Promise<Set<number>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...userIds]), meant));
  const found = new Set(rows.map((row) => row.id));
  return new Set(userIds.filter((userId) => !found.has(userId)));
}

/** Inserts roles on an object. */
export async function giveRoles(
  tx: Tx,
  objectId: number,
  held: readonly HeldRole[],
  since: Date,
): Promise<void> {
  if (held.length === 0) return;
  await tx.insert(objectRoles).values(held.map((row) => ({ objectId, since, ...row })));
}
