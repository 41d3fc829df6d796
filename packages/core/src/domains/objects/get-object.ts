import { id, type ObjectCard } from "@stsphera/contracts";
import { can, permissionsOn, type Role, rolesOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import { dayText, notFound, personOf, query } from "../../kernel/index.ts";
import { sumsFor } from "./counted-sums.ts";
import { countingRolesJson, observes, shownMembers } from "./members-sql.ts";
import { objectActions, takesFacts } from "./object-workflow.ts";
import { overdueTasks } from "./overdue-tasks.ts";
import { progressPct } from "./progress.ts";

type Row = Omit<ObjectCard, "myRoles" | "can" | "budget" | "overdueTasks" | "heldReason"> & {
  heldReason: string | null;
  overdueTasks: number;
  budget: string | null;
  createdBy: number;
};

/** $1 object · $2 instant · $3, $4 the reader: whether they only observe, and their id */
const card = (earned: string) => `
  select o.id, o.code, o.name, o.city, o.address, o.status, o.facade_types as "facadeTypes",
    o.deadline::text as deadline, ${progressPct(`s.${earned}`)} as "progressPct", ${overdueTasks("$2")} as "overdueTasks", o.version,
    o.contract_no as "contractNo", o.contract_date::text as "contractDate", o.start_date::text as "startDate",
    o.customer, o.time_zone as "timeZone", o.work_week as "workWeek", o.follow_transfers as "followTransfers",
    o.held_since::text as "heldSince",
    case when o.status = 'on_hold' then (select m.reason from entity_moves m where m.entity_type = 'object'
      and m.entity_id = o.id and m.move = 'hold' order by m.id desc limit 1) end as "heldReason",
    o.deadline is not null and not exists (
      select from production_calendars c where c.year = extract(year from o.deadline)) as "calendarProvisional",
    to_char(o.shift_start, 'HH24:MI') as "shiftStart", to_char(o.shift_end, 'HH24:MI') as "shiftEnd",
    ${dayText("$2::timestamptz")}::text as today,
    trim_scale(o.budget)::text as budget, o.created_by as "createdBy",
    (select coalesce(json_agg(json_build_object('userId', u.id, 'fullName', u.full_name, 'status', u.status,
          'roles', ${countingRolesJson("u", "t.roles")}) order by u.full_name collate "ru-x-icu", u.id), '[]')
       from (select r.user_id, json_agg(r.role order by r.role) as roles
               from object_roles r where r.object_id = o.id group by r.user_id) t join users u on u.id = t.user_id
       where ${shownMembers("o.id", "u", { observes: "$3::boolean", reader: "$4::int" })}) as team,
    (select coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'sort', f.sort)
              order by f.sort, f.id), '[]') from facades f where f.object_id = o.id) as facades,
    (select coalesce(json_agg(json_build_object('id', l.id, 'code', l.code, 'sort', l.sort)
              order by l.sort, l.id), '[]') from floors l where l.object_id = o.id) as floors
  from objects o left join object_sums s on s.object_id = o.id
  where o.id = $1`;

/** An object's card with the actor's allowed actions. Amounts are included only for users who may see money. */
export const getObject = query({
  name: "object.get",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectCard> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const asked = [objectId, ctx.now.toISOString(), observes(ctx.actor, objectId), personOf(ctx).id];
    const [row] = await ctx.db.read<Row>(card(sumsFor(ctx.actor, objectId).earned), asked);
    if (row === undefined) throw notFound();
    const { budget, createdBy, overdueTasks: overdue, heldReason, ...shown } = row;
    return {
      ...shown,
      ...(can(ctx.actor, "task.view", { objectId }) ? { overdueTasks: overdue, heldReason } : {}),
      ...(can(ctx.actor, "object.money", { objectId }) ? { budget } : {}),
      myRoles: rolesOn(ctx.actor, objectId) as Role[],
      can: {
        actions: objectActions(ctx.actor, { id: objectId, status: row.status, createdBy }, ctx.now),
        permissions: [...permissionsOn(ctx.actor, objectId)],
        enterFact: takesFacts(row.status) && can(ctx.actor, "fact.enter", { objectId }),
      },
    };
  },
});
