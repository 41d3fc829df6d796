import { type AvailableUser, availableUsersQuery } from "@stsphera/contracts";
import { can, departmentOf, sees } from "@stsphera/rbac";
import { forbidden, notFound, pagedQuery, nameFound } from "../../kernel/index.ts";

type Row = Omit<AvailableUser, "department" | "member">;

/** Users who may be added to the object's team, by name, with the roles they already hold there. */
export const listAvailableUsers = pagedQuery({
  name: "user.available",
  permissions: ["object.team"],
  input: availableUsersQuery,
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.team", { objectId })) throw forbidden("object.team");
  },
  sort: () => ({ value: { sql: "u.full_name", type: "text", of: (row: Row) => row.fullName }, id: "u.id" }),
  select: (asked, _ctx, { objectId }) => ({
    columns: `u.id, u.full_name as "fullName", u.role,
    (select coalesce(json_agg(r.role order by r.role), '[]')
       from object_roles r where r.object_id = ${asked(objectId, "integer")} and r.user_id = u.id) as roles`,
    from: "users u",
  }),
  where: (asked, _ctx, { objectId, search, viewers }) => [
    `exists (select from objects o where o.id = ${asked(objectId, "integer")})`,
    "u.status = 'active'",
    !viewers && "u.role <> 'viewer'",
    ...(search === undefined ? [] : nameFound("u.full_name", search, asked)),
  ],
  present: (_ctx, row: Row): AvailableUser => ({
    ...row,
    department: departmentOf(row.role),
    member: row.roles.length > 0,
  }),
});
