import type { Sql } from "@stsphera/db";
import { TODAY } from "../world/world.ts";

export type SlowProgress = {
  objectId: number;
  /** Null for the object as a whole. */
  facadeId: number | null;
  planHours: string;
  earnedHours: string;
  /** Null when nothing is planned before today. */
  planned: string | null;
  pct: string | null;
  plannedPct: string | null;
  modulePlan: string;
  moduleFact: string;
};

/**
 * Progress of objects and facades computed from the ledger, the cells and the calendar, without derived sums. Work is
 * planned evenly over the working days of a cell's window; a cell without working days on the next working day.
 */
export function slowProgress(sql: Sql, objectIds: readonly number[] | null): Promise<SlowProgress[]> {
  return sql<SlowProgress[]>`
    with done as (
      select floor_volume_id, sum(quantity) as quantity from daily_plan_fact
      where status <> 'parked' and (${objectIds === null} or object_id = any (${objectIds ?? []}::int[])) group by 1
    ), cells as (
      select v.object_id, v.facade_id, v.plan_start, w.work_group, v.plan_qty, coalesce(d.quantity, 0) as done,
        v.plan_qty * w.norm_hours as hours, least(v.plan_qty, coalesce(d.quantity, 0)) * w.norm_hours as earned,
        (select count(*) from object_workdays x
          where x.object_id = v.object_id and x.day between v.plan_start and v.plan_finish) as days,
        (select count(*) from object_workdays x where x.object_id = v.object_id
          and x.day between v.plan_start and v.plan_finish and x.day < ${TODAY}) as passed,
        (select min(x.day) from object_workdays x where x.object_id = v.object_id and x.day >= v.plan_start) as next_day
      from floor_volumes v
      join work_types w on w.id = v.work_type_id
      left join done d on d.floor_volume_id = v.id
      where ${objectIds === null} or v.object_id = any (${objectIds ?? []}::int[])
    ), planned as (
      select *, case when plan_start is null then null when days > 0 then hours * passed / days
        when next_day < ${TODAY} then hours else 0 end as planned
      from cells
    ), sums as (
      select object_id, facade_id, sum(hours) as plan, sum(earned) as earned, nullif(sum(planned), 0) as planned,
        coalesce(sum(plan_qty) filter (where work_group = 'module'), 0) as module_plan,
        coalesce(sum(done) filter (where work_group = 'module'), 0) as module_fact
      from planned group by grouping sets ((object_id), (object_id, facade_id))
    )
    select object_id as "objectId", facade_id as "facadeId", trim_scale(plan)::text as "planHours",
      trim_scale(earned)::text as "earnedHours", round(planned, 6)::text as planned, trim_scale(round(earned * 100 / plan, 1))::text as pct,
      trim_scale(round(planned * 100 / plan, 1))::text as "plannedPct",
      trim_scale(module_plan)::text as "modulePlan", trim_scale(module_fact)::text as "moduleFact"
    from sums`;
}
