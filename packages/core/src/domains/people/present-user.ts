import type { UserCard, UserSummary } from "@stsphera/contracts";
import type { schema } from "@stsphera/db";
import { type Actor, can, departmentOf, type Role } from "@stsphera/rbac";
import { allowedUserMoves } from "./user-workflow.ts";

export type UserRow = typeof schema.users.$inferSelect;
type Described = Pick<UserRow, "id" | "telegramId" | "fullName" | "role" | "locale" | "timeZone" | "status">;

/** A person as lists and sign-in give him. */
export function presentUser(row: Described): UserSummary {
  return {
    id: row.id,
    telegramId: row.telegramId,
    fullName: row.fullName,
    role: row.role,
    department: row.role === null ? null : departmentOf(row.role),
    locale: row.locale,
    timeZone: row.timeZone,
    status: row.status,
  };
}

export type CardRow = Described & {
  phone: string | null;
  username: string | null;
  createdAt: string;
  version: number;
};

/** A person's card with what the asker may do to him; the guard of the last admin is judged when it is done. */
export function presentUserCard(actor: Actor, row: CardRow): UserCard {
  return {
    ...presentUser(row),
    phone: row.phone,
    username: row.username,
    createdAt: row.createdAt,
    version: row.version,
    can: { moveTo: [...allowedUserMoves(actor, row)], changeRole: mayChangeRole(actor, row) },
  };
}

/** The card of a row that drizzle read. */
export const cardOfRow = (actor: Actor, row: UserRow): UserCard =>
  presentUserCard(actor, { ...row, createdAt: row.createdAt.toISOString() });

/** A role is changed for active people only: the others get theirs when they are let in. */
export function mayChangeRole(actor: Actor, row: { id: number; status: string; role: Role | null }): boolean {
  const own = actor.kind === "user" && actor.id === row.id;
  return can(actor, "roles.manage") && !own && row.status === "active";
}
