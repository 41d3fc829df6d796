import { schema } from "@stsphera/db";
import { and, asc, eq, or } from "drizzle-orm";
import { DomainError, notFound, type Tx } from "../kernel/index.ts";
import type { UserRow } from "./present-user.ts";

const { users } = schema;

export type LockedPerson = { row: UserRow; otherAdmins: number };

/**
 * Locks a person together with every active admin, by id: two admins who take each other's rights away at once
 * wait for one another, and the second finds himself the last.
 */
export async function lockPersonAmongAdmins(tx: Tx, userId: number): Promise<LockedPerson> {
  const activeAdmin = and(eq(users.role, "admin"), eq(users.status, "active"));
  const rows = await tx
    .select()
    .from(users)
    .where(or(eq(users.id, userId), activeAdmin))
    .orderBy(asc(users.id))
    .for("update");
  const row = rows.find((candidate) => candidate.id === userId);
  if (row === undefined) throw notFound();
  return { row, otherAdmins: rows.filter((other) => other.id !== userId).length };
}

/** Refuses what would leave the system without an active admin. */
export function assertNotLastAdmin({ row, otherAdmins }: LockedPerson): void {
  const isAdmin = row.role === "admin" && row.status === "active";
  if (isAdmin && otherAdmins === 0) throw new DomainError("conflict", { sentence: "last_admin" });
}
