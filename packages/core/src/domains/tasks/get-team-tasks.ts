import { id, type TeamTasks } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, personRow, query } from "../../kernel/index.ts";
import { DUE, OPEN, TODAY } from "./task-sql.ts";

/** $1 instant · $2 object. The week began at the start of the object's day on Monday. */
const STATEMENT = `
  with o as materialized (
    select o.id, o.time_zone, o.day_cutoff, ${TODAY} as today from objects o where o.id = $2
  ), held as materialized (
    select t.assignee_id, count(*)::int as open, count(*) filter (where ${DUE} < o.today)::int as overdue,
      count(*) filter (where ${DUE} = o.today)::int as today,
      count(*) filter (where t.status = 'review')::int as in_review,
      count(*) filter (where t.status = 'blocked')::int as blocked
    from o join tasks t on t.object_id = o.id where ${OPEN} group by t.assignee_id
  ), done as (
    select t.assignee_id, count(*)::int as done
    from tasks t where t.object_id = $2 and t.status = 'done' and t.completed_at >=
      (select (o.today - (extract(isodow from o.today)::int - 1) + o.day_cutoff) at time zone o.time_zone from o)
    group by t.assignee_id
  ), members as (
    select r.user_id, json_agg(r.role order by r.role) as roles
    from object_roles r join users x on x.id = r.user_id and x.role is distinct from 'viewer'
    where r.object_id = $2 and r.role <> 'viewer' group by r.user_id
  )
  select coalesce((select held.open from held where held.assignee_id is null), 0) as unassigned, (
    select coalesce(json_agg(json_build_object('person', ${personRow("u")},
        'roles', coalesce(m.roles, '[]'), 'open', coalesce(h.open, 0), 'overdue', coalesce(h.overdue, 0),
        'today', coalesce(h.today, 0), 'inReview', coalesce(h.in_review, 0), 'blocked', coalesce(h.blocked, 0),
        'doneThisWeek', coalesce(w.done, 0)) order by u.full_name collate "ru-x-icu", u.id), '[]')
    from (select user_id from members union select assignee_id from held where assignee_id is not null) p
    join users u on u.id = p.user_id
    left join members m on m.user_id = u.id
    left join held h on h.assignee_id = u.id
    left join done w on w.assignee_id = u.id
    where u.status = 'active' or h.open > 0) as people
  from o`;

/** Task counts per user of an object: its team without observers, and others who still have a task of it. */
export const getTeamTasks = query({
  name: "task.team",
  permissions: ["task.view_all"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<TeamTasks> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "task.view_all", { objectId })) throw forbidden("task.view_all");
    const [row] = await ctx.db.read<TeamTasks>(STATEMENT, [ctx.now.toISOString(), objectId]);
    if (row === undefined) throw notFound();
    return { people: row.people, unassigned: row.unassigned };
  },
});
