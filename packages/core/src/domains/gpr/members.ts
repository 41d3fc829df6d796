import { schema } from "@stsphera/db";
import { countingRoles, type Department, departmentOf, type Role } from "@stsphera/rbac";
import { SIGNER_ROLES, type SignerRole } from "@stsphera/schedule/versions";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

const { objectRoles, users } = schema;

export type Member = { id: number; fullName: string; role: Role };

/** Active members of an object by role, those first who hold it longest; observers by company role as such. */
export async function readMembers(tx: Pick<Tx, "select">, objectId: number): Promise<Member[]> {
  const rows = await tx
    .select({ id: users.id, fullName: users.fullName, company: users.role, role: objectRoles.role })
    .from(objectRoles)
    .innerJoin(users, eq(users.id, objectRoles.userId))
    .where(and(eq(objectRoles.objectId, objectId), eq(users.status, "active")))
    .orderBy(asc(objectRoles.since), asc(users.id));
  return rows.flatMap(({ company, role, ...person }) =>
    countingRoles(company, [role]).map((counting) => ({ ...person, role: counting })),
  );
}

/** The member who signs for each role. */
export function signersOf(members: readonly Member[]): Partial<Record<SignerRole, string>> {
  const signers: Partial<Record<SignerRole, string>> = {};
  for (const role of SIGNER_ROLES) {
    const member = members.find((one) => one.role === role);
    if (member !== undefined) signers[role] = String(member.id);
  }
  return signers;
}

/** Who answers for the rows of a department until others are named. */
export function ownersOf(members: readonly Member[]): Partial<Record<Department, string>> {
  const owners: Partial<Record<Department, string>> = {};
  for (const { id, role } of members) {
    const department = departmentOf(role);
    if (department !== null && role !== "installer") owners[department] ??= String(id);
  }
  return owners;
}

/** Ids of those who may answer for rows: observers may not. */
export const ownerIds = (members: readonly Member[]): ReadonlySet<string> =>
  new Set(members.filter(({ role }) => role !== "viewer").map(({ id }) => String(id)));
