import { type AvailableUser, type AvailableUserPage, availableUsersQuery } from "@stsphera/contracts";
import { can, departmentOf, sees } from "@stsphera/rbac";
import { forbidden, notFound, openCursor, query, toPage } from "../kernel/index.ts";

type Row = Omit<AvailableUser, "department" | "member">;

/** $1 object · $2 observers too · $3 search · $4, $5 cursor · $6 limit */
const LIST = `
  select u.id, u.full_name as "fullName", u.role,
    (select coalesce(json_agg(r.role order by r.role), '[]')
       from object_roles r where r.object_id = $1 and r.user_id = u.id) as roles
  from users u
  where u.status = 'active' and ($2::boolean or u.role <> 'viewer')
    and ($3::text is null or position(lower($3 collate "ru-x-icu") in lower(u.full_name collate "ru-x-icu")) > 0)
    and ($5::integer is null
      or (u.full_name collate "ru-x-icu", u.id) > ($4::text collate "ru-x-icu", $5::integer))
  order by u.full_name collate "ru-x-icu", u.id
  limit $6`;

/** People who may be added to the object's team, by name, with the roles they hold there already. */
export const listAvailableUsers = query({
  name: "user.available",
  permissions: ["object.team"],
  input: availableUsersQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<AvailableUserPage> => {
    const { objectId, search, viewers } = filters;
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.team", { objectId })) throw forbidden("object.team");
    const from = openCursor(cursor, filters);
    const rows = await ctx.db.read<Row>(LIST, [
      objectId,
      viewers,
      search || null,
      from?.value ?? null,
      from?.id ?? null,
      limit + 1,
    ]);
    const page = toPage(rows, limit, filters, (row) => row.fullName);
    const items = page.items.map((row) => ({
      ...row,
      department: departmentOf(row.role),
      member: row.roles.length > 0,
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
