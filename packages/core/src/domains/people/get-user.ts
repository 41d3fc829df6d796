import { id, type OpenWork, type UserCard } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, instantText, notFound, personRow, query } from "../../kernel/index.ts";
import { type CardRow, presentUserCard } from "./present-user.ts";
import { openWorkJson } from "./read-leavings.ts";

const CARD = `
  select u.id, u.telegram_id::text as "telegramId", u.full_name as "fullName", u.role, u.locale,
    u.time_zone as "timeZone", u.status, u.phone, u.username, u.version,
    ${instantText("u.created_at")} as "createdAt",
    case when $2::boolean and u.status in ('pending', 'rejected') then (
      select json_build_object('role', i.role, 'object', json_build_object('id', o.id, 'name', o.name),
        'invitedBy', ${personRow("m")})
      from invitation_uses x join invitations i on i.id = x.invitation_id join objects o on o.id = i.object_id
        join users m on m.id = i.created_by
      where x.user_id = u.id and x.joined_at is null order by x.used_at desc, i.id desc limit 1) end as invitation,
    case when $2::boolean and (u.status = 'deactivated' or u.role = 'viewer') then ${openWorkJson("u.id")} end as leaves
  from users u where u.id = $1 and (u.status = 'active' or $2::boolean)`;

type Row = CardRow & { invitation: UserCard["invitation"] | null; leaves: OpenWork | null };

/** A user's card. A user who is not active is not_found except for users who manage people. */
export const getUser = query({
  name: "user.get",
  permissions: ["org.view"],
  input: z.strictObject({ userId: id }),
  read: async (ctx, { userId }): Promise<UserCard> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const [row] = await ctx.db.read<Row>(CARD, [userId, can(ctx.actor, "users.manage")]);
    if (row === undefined) throw notFound();
    const card = presentUserCard(ctx, row);
    return {
      ...card,
      ...(row.invitation === null ? {} : { invitation: row.invitation }),
      ...(row.leaves === null ? {} : { leaves: row.leaves }),
    };
  },
});
