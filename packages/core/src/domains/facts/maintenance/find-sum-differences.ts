import type { Database } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Tx } from "../../../kernel/index.ts";

export type SumName =
  | "cell"
  | "cell_confirmed"
  | "work"
  | "work_plan"
  | "work_confirmed"
  | "day"
  | "day_hours"
  | "day_confirmed"
  | "day_confirmed_hours"
  | "object_plan"
  | "object_earned"
  | "object_confirmed";

/** A derived sum that differs from the ledger. */
export type SumDifference = {
  sum: SumName;
  objectId: number;
  /** Cell, work type, or day and work type. */
  of: string;
  stored: string;
  ledger: string;
};

/**
 * Compares every derived sum with the ledger, of one object or of all, and returns at most `limit` differences;
 * inside a transaction it sees its uncommitted changes.
 */
export async function readSumDifferences(
  on: Pick<Tx, "execute">,
  { objectId = null, limit = null }: { objectId?: number | null; limit?: number | null },
): Promise<SumDifference[]> {
  const found = await on.execute<SumDifference>(sql`
  with entries as (
    select e.object_id, e.floor_volume_id, e.work_type_id, e.date, e.quantity,
      coalesce(original.kind, e.kind) as kind,
      case when coalesce(original.status, e.status) = 'confirmed' then e.quantity else 0 end as confirmed
    from daily_plan_fact e left join daily_plan_fact original on original.id = e.reverses_id
    where e.status <> 'parked' and (${objectId}::int is null or e.object_id = ${objectId}::int)
  ), done as (
    select floor_volume_id, sum(quantity) as fact, sum(confirmed) as confirmed from entries group by 1
  ), cells as (
    select v.id, v.object_id, v.work_type_id, v.plan_qty, v.fact_qty as stored, v.confirmed_qty as stored_confirmed,
      w.norm_hours, coalesce(d.fact, 0) as fact, coalesce(d.confirmed, 0) as confirmed
    from floor_volumes v join work_types w on w.id = v.work_type_id left join done d on d.floor_volume_id = v.id
    where ${objectId}::int is null or v.object_id = ${objectId}::int
  ), works as (
    select object_id, work_type_id, sum(plan_qty) as plan, sum(fact) as fact, sum(confirmed) as confirmed
    from cells group by 1, 2
  ), work_sums as (
    select * from object_work_sums where ${objectId}::int is null or object_id = ${objectId}::int
  ), days as (
    select e.object_id, e.date as day, e.work_type_id, sum(e.quantity) as quantity,
      sum(e.quantity * w.norm_hours) as hours, sum(e.confirmed) as confirmed,
      sum(e.confirmed * w.norm_hours) as confirmed_hours
    from entries e join work_types w on w.id = e.work_type_id where e.kind <> 'opening' group by 1, 2, 3
  ), day_sums as (
    select * from object_day_sums where ${objectId}::int is null or object_id = ${objectId}::int
  ), objects_hours as (
    select object_id, sum(plan_qty * norm_hours) as plan, sum(least(plan_qty, fact) * norm_hours) as earned,
      sum(least(plan_qty, confirmed) * norm_hours) as confirmed
    from cells group by 1
  ), sums as (
    select * from object_sums where ${objectId}::int is null or object_id = ${objectId}::int
  ), compared (sum, object_id, "of", stored, ledger) as (
    select 'cell', object_id, id::text, stored, fact from cells
    union all
    select 'cell_confirmed', object_id, id::text, stored_confirmed, confirmed from cells
    union all
    select 'work_confirmed', object_id, work_type_id::text, s.confirmed_qty, w.confirmed
      from works w full join work_sums s using (object_id, work_type_id)
    union all
    select 'day_confirmed', object_id, day || ' ' || work_type_id, s.confirmed_qty, d.confirmed
      from days d full join day_sums s using (object_id, day, work_type_id)
    union all
    select 'day_confirmed_hours', object_id, day || ' ' || work_type_id, s.confirmed_hours, d.confirmed_hours
      from days d full join day_sums s using (object_id, day, work_type_id)
    union all
    select 'object_confirmed', object_id, '', s.confirmed_hours, o.confirmed
      from objects_hours o full join sums s using (object_id)
    union all
    select 'work', object_id, work_type_id::text, s.fact_qty, w.fact
      from works w full join work_sums s using (object_id, work_type_id)
    union all
    select 'work_plan', object_id, work_type_id::text, s.plan_qty, w.plan
      from works w full join work_sums s using (object_id, work_type_id)
    union all
    select 'day', object_id, day || ' ' || work_type_id, s.quantity, d.quantity
      from days d full join day_sums s using (object_id, day, work_type_id)
    union all
    select 'day_hours', object_id, day || ' ' || work_type_id, s.hours, d.hours
      from days d full join day_sums s using (object_id, day, work_type_id)
    union all
    select 'object_plan', object_id, '', s.plan_hours, o.plan from objects_hours o full join sums s using (object_id)
    union all
    select 'object_earned', object_id, '', s.earned_hours, o.earned
      from objects_hours o full join sums s using (object_id)
  )
  select sum, object_id as "objectId", "of", coalesce(stored, 0)::text as stored, coalesce(ledger, 0)::text as ledger
  from compared where coalesce(stored, 0) <> coalesce(ledger, 0)
  order by object_id, sum, "of" limit ${limit}::bigint`);
  return [...found];
}

/** At most `limit` differences from the ledger over all objects. For the nightly job: reads the whole ledger. */
export function findSumDifferences(db: Pick<Database, "orm">, limit = 100): Promise<SumDifference[]> {
  return readSumDifferences(db.orm, { limit });
}
