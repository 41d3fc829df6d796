import { id, type OpenWork, type UserCard } from "@stsphera/contracts";
import { can, myObjectIds, seesEveryObject } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, instantText, notFound, personRow, query } from "../../kernel/index.ts";
import { answerDue } from "./personal-data/erasure-decisions.ts";
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
    case when $2::boolean and u.status <> 'erased' then (select ${instantText("c.erasure_asked_at")}
      from consents c where c.user_id = u.id order by c.id desc limit 1) end as "erasureAskedAt",
    case when $2::boolean and (u.status in ('deactivated', 'erased') or u.role = 'viewer') then ${openWorkJson("u.id")} end as leaves,
    (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
        'object', json_build_object('id', o.id, 'name', o.name)) order by c.name, c.id), '[]')
      from crew_members k join crews c on c.id = k.crew_id join objects o on o.id = k.object_id
      where k.user_id = u.id and k.until is null and ($3::int[] is null or o.id = any ($3::int[]))) as crews
  from users u where u.id = $1 and (u.status = 'active' or $2::boolean)`;

const dueOf = (askedAt: string, timeZone: string): string => answerDue(new Date(askedAt), timeZone);

type Row = CardRow & {
  erasureAskedAt: string | null;
  invitation: UserCard["invitation"] | null;
  leaves: OpenWork | null;
  crews: UserCard["crews"];
};

/** A user's card. A user who is not active is not_found except for users who manage people. */
export const getUser = query({
  name: "user.get",
  permissions: ["org.view"],
  input: z.strictObject({ userId: id }),
  read: async (ctx, { userId }): Promise<UserCard> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const seen = seesEveryObject(ctx.actor) ? null : myObjectIds(ctx.actor);
    const [row] = await ctx.db.read<Row>(CARD, [userId, can(ctx.actor, "users.manage"), seen]);
    if (row === undefined) throw notFound();
    const card = { ...presentUserCard(ctx, row), crews: row.crews };
    return {
      ...card,
      ...(row.invitation === null ? {} : { invitation: row.invitation }),
      ...(row.erasureAskedAt === null
        ? {}
        : { erasure: { askedAt: row.erasureAskedAt, dueOn: dueOf(row.erasureAskedAt, row.timeZone) } }),
      ...(row.leaves === null ? {} : { leaves: row.leaves }),
    };
  },
});
