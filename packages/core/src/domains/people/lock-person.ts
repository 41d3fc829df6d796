import { schema } from "@stsphera/db";
import { can, type Permission } from "@stsphera/rbac";
import { and, asc, eq, or } from "drizzle-orm";
import { type Context, DomainError, forbidden, notFound, type Tx } from "../../kernel/index.ts";
import type { UserRow } from "./present-user.ts";

const { users } = schema;

export type LockedPerson = { row: UserRow; otherAdmins: number };

/**
 * Locks a user together with every active admin, in id order: of two admins who deactivate each other in parallel,
 * the second finds that they are the last. An actor without the right gets the same answer for every id, so they
 * cannot probe for waiting users or block admins. Rows that only reference these users can still be written.
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

/** Refuses to leave the system without an active admin. */
export function assertNotLastAdmin({ row, otherAdmins }: LockedPerson): void {
  const isAdmin = row.role === "admin" && row.status === "active";
  if (isAdmin && otherAdmins === 0) throw new DomainError("conflict", { sentence: "last_admin" });
}
