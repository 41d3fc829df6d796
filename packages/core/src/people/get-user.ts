import { id, type UserCard } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../kernel/index.ts";
import { type CardRow, presentUserCard } from "./present-user.ts";

const CARD = `
  select u.id, u.telegram_id::text as "telegramId", u.full_name as "fullName", u.role, u.locale,
    u.time_zone as "timeZone", u.status, u.phone, u.username, u.version,
    to_char(u.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
  from users u where u.id = $1 and (u.status = 'active' or $2::boolean)`;

/** A person's card. Whoever is not active exists for those who manage people alone. */
export const getUser = query({
  name: "user.get",
  permissions: ["org.view"],
  input: z.strictObject({ userId: id }),
  read: async (ctx, { userId }): Promise<UserCard> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const [row] = await ctx.db.read<CardRow>(CARD, [userId, can(ctx.actor, "users.manage")]);
    if (row === undefined) throw notFound();
    return presentUserCard(ctx.actor, row);
  },
});
