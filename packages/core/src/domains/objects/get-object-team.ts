import { id, type ObjectTeam } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { dayText, instantText, notFound, personOf, personRow, query } from "../../kernel/index.ts";
import { observes, shownMembers } from "./members-sql.ts";

const LOAD = `
  (select json_build_object('openTasks', count(*)::int,
      'overdueTasks', (count(*) filter (where k.deadline < ${dayText("$2::timestamptz")}))::int)
    from tasks k where k.object_id = o.id and k.assignee_id = u.id and k.status not in ('done', 'cancelled'))`;

const DEPUTIES = `
  (select coalesce(json_agg(json_build_object('id', d.id, 'deputy', ${personRow("s")},
      'fromDay', d.from_day::text, 'toDay', d.to_day::text) order by d.from_day, d.id), '[]')
    from delegations d join users s on s.id = d.deputy_id
    where d.principal_id = u.id and d.ended_at is null and (d.object_id is null or d.object_id = o.id)
      and d.to_day >= ($2::timestamptz at time zone u.time_zone)::date)`;

/** $1 object · $2 instant · $3 whether contacts and deputies are shown · $4 whether the load is · $5, $6 the reader */
const TEAM = `
  select o.version, (
    select coalesce(json_agg(json_build_object('userId', u.id, 'fullName', u.full_name, 'role', u.role,
        'status', u.status, 'roles', t.roles, 'since', t.since,
        'phone', case when $3::boolean then u.phone end,
        'load', case when $4::boolean then ${LOAD} end,
        'deputies', case when $3::boolean then ${DEPUTIES} else '[]' end)
      order by u.full_name collate "ru-x-icu", u.id), '[]')
    from (
      select r.user_id, json_agg(r.role order by r.role) as roles,
        ${instantText("min(r.since)")} as since
      from object_roles r where r.object_id = $1 group by r.user_id
    ) t join users u on u.id = t.user_id
    where ${shownMembers("o.id", "u", { observes: "$5::boolean", reader: "$6::int" })}) as members
  from objects o where o.id = $1`;

/**
 * Members of the object with all their roles, and the version needed to change the team. Observers see no contacts, and
 * of each other nothing.
 */
export const getObjectTeam = query({
  name: "object.team",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectTeam> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const works = can(ctx.actor, "task.view", { objectId });
    const asked = [
      objectId,
      ctx.now.toISOString(),
      can(ctx.actor, "org.view"),
      works,
      observes(ctx.actor, objectId),
      personOf(ctx).id,
    ];
    const [row] = await ctx.db.read<ObjectTeam>(TEAM, asked);
    if (row === undefined) throw notFound();
    return row;
  },
});
