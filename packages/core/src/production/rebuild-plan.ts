import { sql } from "drizzle-orm";
import type { Tx } from "../kernel/index.ts";

/** Sums of an object anew from its cells: planned quantities and hours, and the hours earned under the plan. */
export async function rebuildPlanSums(tx: Tx, objectId: number): Promise<void> {
  await tx.execute(sql`
    insert into object_work_sums (object_id, work_type_id, plan_qty, fact_qty)
    select object_id, work_type_id, sum(plan_qty), sum(fact_qty)
    from floor_volumes where object_id = ${objectId}
    group by object_id, work_type_id
    on conflict (object_id, work_type_id) do update set plan_qty = excluded.plan_qty`);
  await tx.execute(sql`
    insert into object_sums (object_id, plan_hours, earned_hours)
    select ${objectId}, coalesce(sum(v.plan_qty * w.norm_hours), 0),
      coalesce(sum(least(v.plan_qty, v.fact_qty) * w.norm_hours), 0)
    from floor_volumes v join work_types w on w.id = v.work_type_id
    where v.object_id = ${objectId}
    on conflict (object_id) do update set plan_hours = excluded.plan_hours, earned_hours = excluded.earned_hours`);
}

/**
 * The plan's curve of an object anew: a cell's norm hours are spread evenly over the working days of its window (over
 * the first working day after it when it has none); a facade's curve adds its cells up, day by day, and the object's adds
 * up its facades.
 */
export async function rebuildPlanCurve(tx: Tx, objectId: number): Promise<void> {
  await tx.execute(sql`delete from plan_curve where object_id = ${objectId}`);
  await tx.execute(sql`
    with cells as materialized (
      select v.facade_id, v.plan_qty * w.norm_hours as hours,
        (select d.ordinal from object_workdays d where d.object_id = ${objectId} and d.day >= v.plan_start
          order by d.day limit 1) as first,
        (select d.ordinal from object_workdays d where d.object_id = ${objectId} and d.day <= v.plan_finish
          order by d.day desc limit 1) as last
      from floor_volumes v join work_types w on w.id = v.work_type_id
      where v.object_id = ${objectId} and v.plan_start is not null
    ), shares as (
      select c.facade_id, d.day, c.hours / (greatest(c.last, c.first) - c.first + 1) as hours
      from cells c
      join object_workdays d on d.object_id = ${objectId} and d.ordinal between c.first and greatest(c.last, c.first)
    ), per_day as (
      select facade_id, day, sum(hours) as hours from shares group by facade_id, day
    )
    insert into plan_curve (object_id, facade_id, day, hours_through)
    select ${objectId}, facade_id, day, sum(hours) over (partition by facade_id order by day) from per_day`);
  await rebuildObjectCurve(tx, objectId);
}

async function rebuildObjectCurve(tx: Tx, objectId: number): Promise<void> {
  await tx.execute(sql`delete from object_plan_curve where object_id = ${objectId}`);
  await tx.execute(sql`
    with steps as (
      select day, hours_through - lag(hours_through, 1, 0::numeric) over (partition by facade_id order by day) as step
      from plan_curve where object_id = ${objectId}
    )
    insert into object_plan_curve (object_id, day, hours_through)
    select ${objectId}, d.day, sum(coalesce(sum(s.step), 0)) over (order by d.day)
    from (select generate_series(min(day), max(day), interval '1 day')::date as day from steps) d
    left join steps s on s.day = d.day
    group by d.day`);
}
