import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

/** Rebuilds the sums of an object from its cells: planned quantities and hours, and earned hours within the plan. */
export async function rebuildPlanSums(tx: Tx, objectId: number): Promise<void> {
  await tx.execute(sql`
    insert into object_work_sums (object_id, work_type_id, plan_qty, fact_qty, confirmed_qty)
    select object_id, work_type_id, sum(plan_qty), sum(fact_qty), sum(confirmed_qty)
    from floor_volumes where object_id = ${objectId}
    group by object_id, work_type_id
    on conflict (object_id, work_type_id) do update set plan_qty = excluded.plan_qty`);
  await tx.execute(sql`
    insert into object_sums (object_id, plan_hours, earned_hours, confirmed_hours)
    select ${objectId}, coalesce(sum(v.plan_qty * w.norm_hours), 0),
      coalesce(sum(least(v.plan_qty, v.fact_qty) * w.norm_hours), 0),
      coalesce(sum(least(v.plan_qty, v.confirmed_qty) * w.norm_hours), 0)
    from floor_volumes v join work_types w on w.id = v.work_type_id
    where v.object_id = ${objectId}
    on conflict (object_id) do update set plan_hours = excluded.plan_hours, earned_hours = excluded.earned_hours,
      confirmed_hours = excluded.confirmed_hours`);
}

/** Deletes the sums of works that have no cells any more. */
export async function dropEmptyWorkSums(tx: Tx, objectId: number): Promise<void> {
  await tx.execute(sql`
    delete from object_work_sums s where s.object_id = ${objectId} and not exists (
      select from floor_volumes v where v.object_id = s.object_id and v.work_type_id = s.work_type_id)`);
}

/**
 * Rebuilds the plan curves of objects: a cell's norm hours are spread evenly over the working days of its window (on
 * the first working day after it when it has none); a facade's curve sums its cells by day, the object's sums its
 * facades. Each window adds its daily hours at its start and subtracts them after its end, so the cost grows with
 * windows plus days, not with their product. Only changed rows are written.
 */
export async function rebuildPlanCurves(tx: Tx, objectIds: readonly number[]): Promise<void> {
  if (objectIds.length === 0) return;
  const ids = sql`any(array(select unnest(${sql.param(`{${objectIds.join(",")}}`)}::int[])))`;
  await tx.execute(sql`
    with windows as materialized (
      select v.object_id, v.facade_id, v.plan_start, v.plan_finish, sum(v.plan_qty * w.norm_hours) as hours
      from floor_volumes v join work_types w on w.id = v.work_type_id
      where v.object_id = ${ids} and v.plan_start is not null
      group by v.object_id, v.facade_id, v.plan_start, v.plan_finish
    ), placed as materialized (
      select p.object_id, p.plan_start, p.plan_finish,
        (select d.ordinal from object_workdays d where d.object_id = p.object_id and d.day >= p.plan_start
          order by d.day limit 1) as first,
        (select d.ordinal from object_workdays d where d.object_id = p.object_id and d.day <= p.plan_finish
          order by d.day desc limit 1) as last
      from (select distinct object_id, plan_start, plan_finish from windows) p
    ), spread as (
      select w.object_id, w.facade_id, p.first, greatest(p.last, p.first) + 1 as behind,
        w.hours / (greatest(p.last, p.first) - p.first + 1) as pace
      from windows w join placed p using (object_id, plan_start, plan_finish) where p.first is not null
    ), turns as (
      select object_id, facade_id, ordinal, sum(pace) as pace from (
        select object_id, facade_id, first as ordinal, pace from spread
        union all select object_id, facade_id, behind, -pace from spread
      ) t group by object_id, facade_id, ordinal
    ), runs as materialized (
      select object_id, facade_id, ordinal, sum(pace) over along as pace, lead(ordinal) over along as until
      from turns window along as (partition by object_id, facade_id order by ordinal)
    ), fresh as materialized (
      select r.object_id, r.facade_id, d.day, round(sum(r.pace)
        over (partition by r.object_id, r.facade_id order by d.day), 6) as hours_through
      from runs r
      join object_workdays d on d.object_id = r.object_id and d.ordinal >= r.ordinal and d.ordinal < r.until
      where r.pace > 0
    ), gone as (
      delete from plan_curve p where p.object_id = ${ids} and not exists (
        select from fresh f where f.object_id = p.object_id and f.facade_id = p.facade_id and f.day = p.day)
    )
    insert into plan_curve as p (object_id, facade_id, day, hours_through)
    select object_id, facade_id, day, hours_through from fresh
    on conflict (object_id, facade_id, day) do update set hours_through = excluded.hours_through
      where p.hours_through <> excluded.hours_through`);
  await rebuildObjectCurves(tx, ids);
}

async function rebuildObjectCurves(tx: Tx, ids: SQL): Promise<void> {
  await tx.execute(sql`
    with steps as materialized (
      select object_id, day, hours_through - lag(hours_through, 1, 0::numeric)
        over (partition by object_id, facade_id order by day) as step
      from plan_curve where object_id = ${ids}
    ), per_day as materialized (
      select object_id, day, sum(step) as step from steps group by object_id, day
    ), fresh as materialized (
      select d.object_id, d.day, sum(coalesce(s.step, 0)) over (partition by d.object_id order by d.day) as hours_through
      from (select object_id, generate_series(min(day), max(day), interval '1 day')::date as day
        from per_day group by object_id) d
      left join per_day s on s.object_id = d.object_id and s.day = d.day
    ), gone as (
      delete from object_plan_curve c where c.object_id = ${ids} and not exists (
        select from fresh f where f.object_id = c.object_id and f.day = c.day)
    )
    insert into object_plan_curve as c (object_id, day, hours_through)
    select object_id, day, hours_through from fresh
    on conflict (day, object_id) do update set hours_through = excluded.hours_through
      where c.hours_through <> excluded.hours_through`);
}
