import type { UserCard, UserSummary } from "@stsphera/contracts";
import type { schema } from "@stsphera/db";
import { type Actor, can, departmentOf, type Role } from "@stsphera/rbac";
import type { Context } from "../../kernel/index.ts";
import { userActions } from "./user-workflow.ts";

export type UserRow = typeof schema.users.$inferSelect;
type Described = Pick<UserRow, "id" | "telegramId" | "fullName" | "role" | "locale" | "timeZone" | "status">;

/** A user as in lists and sign-in. */
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

/** A user's card with the actor's allowed actions; the rule of the last admin is only checked on execution. */
export function presentUserCard({ actor, now }: Pick<Context, "actor" | "now">, row: CardRow): UserCard {
  return {
    ...presentUser(row),
    phone: row.phone,
    username: row.username,
    createdAt: row.createdAt,
    version: row.version,
    can: {
      actions: userActions(actor, row, now),
      changeRole: mayChangeRole(actor, row),
      takeData: can(actor, "users.manage"),
      giveLink: mayGiveLink(actor, row),
    },
  };
}

/** The card of a row read by drizzle. */
export const cardOfRow = (ctx: Pick<Context, "actor" | "now">, row: UserRow): UserCard =>
  presentUserCard(ctx, { ...row, createdAt: row.createdAt.toISOString() });

/** A sign-in link is made for active users, never for an admin or oneself. */
function mayGiveLink(actor: Actor, row: { id: number; status: string; role: Role | null }): boolean {
  const own = actor.kind === "user" && actor.id === row.id;
  return can(actor, "sign_in.give") && !own && row.status === "active" && row.role !== "admin";
}

/** Roles are changed for active users only: others get theirs on approval. */
export function mayChangeRole(actor: Actor, row: { id: number; status: string; role: Role | null }): boolean {
  const own = actor.kind === "user" && actor.id === row.id;
  return can(actor, "roles.manage") && !own && row.status === "active";
}
