import { id, type ObjectTeam } from "@stsphera/contracts";
import { sees } from "@stsphera/rbac";
import { z } from "zod";
import { instantText, notFound, query } from "../../kernel/index.ts";

const TEAM = `
  select o.version, (
    select coalesce(json_agg(json_build_object('userId', u.id, 'fullName', u.full_name, 'role', u.role,
        'status', u.status, 'roles', t.roles, 'since', t.since) order by u.full_name collate "ru-x-icu", u.id), '[]')
    from (
      select r.user_id, json_agg(r.role order by r.role) as roles,
        ${instantText("min(r.since)")} as since
      from object_roles r where r.object_id = $1 group by r.user_id
    ) t join users u on u.id = t.user_id) as members
  from objects o where o.id = $1`;

/** Members of the object with all their roles, and the version needed to change the team. */
export const getObjectTeam = query({
  name: "object.team",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectTeam> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const [row] = await ctx.db.read<ObjectTeam>(TEAM, [objectId]);
    if (row === undefined) throw notFound();
    return row;
  },
});
