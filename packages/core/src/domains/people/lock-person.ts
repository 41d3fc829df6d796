import { schema } from "@stsphera/db";
import { can, type Permission } from "@stsphera/rbac";
import { and, asc, eq, or } from "drizzle-orm";
import { type Context, DomainError, forbidden, notFound, type Tx } from "../../kernel/index.ts";
import type { UserRow } from "./present-user.ts";

const { users } = schema;

export type LockedPerson = { row: UserRow; otherAdmins: number };

/**
 * Locks a person together with every active admin, by id: two admins who take each other's rights away at once
 * wait for one another, and the second finds himself the last. A person who may not decide gets one answer for every id: he
 * neither learns who waits nor holds up the admins. Rows that only name one of them go on being written.
 */
export async function lockPersonAmongAdmins(
  tx: Tx,
  ctx: Context,
  { userId, permission }: { userId: number; permission: Permission },
): Promise<LockedPerson> {
  if (!can(ctx.actor, permission)) throw forbidden(permission);
  const activeAdmin = and(eq(users.role, "admin"), eq(users.status, "active"));
  const rows = await tx
    .select()
    .from(users)
    .where(or(eq(users.id, userId), activeAdmin))
    .orderBy(asc(users.id))
    .for("no key update");
  const row = rows.find((candidate) => candidate.id === userId);
  if (row === undefined) throw notFound();
  return { row, otherAdmins: rows.filter((other) => other.id !== userId).length };
}

/** Refuses what would leave the system without an active admin. */
export function assertNotLastAdmin({ row, otherAdmins }: LockedPerson): void {
  const isAdmin = row.role === "admin" && row.status === "active";
  if (isAdmin && otherAdmins === 0) throw new DomainError("conflict", { sentence: "last_admin" });
}
