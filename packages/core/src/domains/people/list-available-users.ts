import { type AvailableUser, type AvailableUserPage, availableUsersQuery } from "@stsphera/contracts";
import { can, departmentOf, sees } from "@stsphera/rbac";
import type { z } from "zod";
import {
  allOf,
  forbidden,
  listText,
  notFound,
  openCursor,
  type Position,
  query,
  textHas,
  toPage,
} from "../../kernel/index.ts";

type Row = Omit<AvailableUser, "department" | "member">;

type Filters = Omit<z.output<typeof availableUsersQuery>, "limit" | "cursor">;

const listStatement = ({ objectId, search, viewers }: Filters, from: Position | null, rows: number) =>
  listText((asked) => {
    const after = (value: string, userId: string) =>
      `(u.full_name collate "ru-x-icu", u.id) > (${value} collate "ru-x-icu", ${userId})`;
    return `
  select u.id, u.full_name as "fullName", u.role,
    (select coalesce(json_agg(r.role order by r.role), '[]')
       from object_roles r where r.object_id = ${asked(objectId, "integer")} and r.user_id = u.id) as roles
  from users u
  where ${allOf(
    "u.status = 'active'",
    !viewers && "u.role <> 'viewer'",
    search !== undefined && search !== "" && textHas("u.full_name", asked(search, "text")),
    from !== null && after(asked(from.value, "text"), asked(from.id, "integer")),
  )}
  order by u.full_name collate "ru-x-icu", u.id
  limit ${asked(rows, "integer")}`;
  });

/** People who may be added to the object's team, by name, with the roles they hold there already. */
export const listAvailableUsers = query({
  name: "user.available",
  permissions: ["object.team"],
  input: availableUsersQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<AvailableUserPage> => {
    const { objectId } = filters;
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.team", { objectId })) throw forbidden("object.team");
    const from = openCursor(cursor, filters);
    const { text, params } = listStatement(filters, from, limit + 1);
    const rows = await ctx.db.read<Row>(text, params);
    const page = toPage(rows, limit, filters, (row) => row.fullName);
    const items = page.items.map((row) => ({
      ...row,
      department: departmentOf(row.role),
      member: row.roles.length > 0,
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
