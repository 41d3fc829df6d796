import { id, type ZoneList, type ZoneRow } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";
import { percentOf } from "../calculation/index.ts";
import { ZONE_COLUMNS, ZONE_TABLES } from "./load-zone.ts";

/** Cells of all zones are summed in one pass: done counts up to the plan of its cell. */
const STATEMENT = `
  with cells as (
    select z.id as zone_id, sum(v.plan_qty * w.norm_hours) as plan_hours,
      sum(least(v.fact_qty, v.plan_qty) * w.norm_hours) as done_hours,
      sum(v.plan_qty) filter (where w.work_group = 'module') as modules,
      sum(v.fact_qty) filter (where w.work_group = 'module') as modules_done
    from zones z
    join floors lo on lo.id = z.from_floor_id
    join floors hi on hi.id = z.to_floor_id
    join floor_volumes v on v.facade_id = z.facade_id
    join floors fl on fl.id = v.floor_id and fl.sort between lo.sort and hi.sort
    join work_types w on w.id = v.work_type_id
    where z.object_id = $1
    group by z.id
  )
  select ${ZONE_COLUMNS}, coalesce(c.plan_hours, 0)::text as "planHours",
    coalesce(c.done_hours, 0)::text as "doneHours",
    case when c.modules is not null then json_build_object('done', trim_scale(c.modules_done)::text,
      'plan', trim_scale(c.modules)::text) end as modules
  from ${ZONE_TABLES}
  left join cells c on c.zone_id = z.id
  where z.object_id = $1
  order by fa.sort, lo.sort, z.name, z.id`;

type Row = Omit<ZoneRow, "pct"> & { planHours: string; doneHours: string };

/** The zones of an object from facade to facade and from the ground up, with their progress in norm hours. */
export const listZones = query({
  name: "zone.list",
  permissions: ["production.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ZoneList> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "production.view", { objectId })) throw forbidden("production.view");
    const rows = await ctx.db.read<Row>(STATEMENT, [objectId]);
    return {
      items: rows.map(({ planHours, doneHours, ...row }) => ({
        ...row,
        pct: percentOf(doneHours, planHours),
      })),
      canEdit: can(ctx.actor, "zone.manage", { objectId }),
    };
  },
});
