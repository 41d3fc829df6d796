import type { Database } from "@stsphera/db";
import type { EXPECTED_COUNTS, EXPECTED_DIFFERENCES } from "./expected.ts";

type Name = keyof typeof EXPECTED_COUNTS | keyof typeof EXPECTED_DIFFERENCES;

/** `daily`: the 90 days before today, one row per day including days off: planned through the day and earned on it. */
const TABLES = `
  with cells as (
    select v.*, v.plan_qty * w.norm_hours as plan_hours, least(v.fact_qty, v.plan_qty) * w.norm_hours as earned_hours
    from floor_volumes v join work_types w on w.id = v.work_type_id where v.object_id = $1
  ), ledger as (
    select f.*, f.quantity * w.norm_hours as norm_hours
    from daily_plan_fact f join work_types w on w.id = f.work_type_id where f.object_id = $1
  ), schedule as (
    select r.*, f.key as former, f.start_on as former_start, f.owner_id as former_owner
    from gpr_rows r join gpr_versions v on v.id = r.gpr_id and v.number = 2
      join gpr_versions p on p.object_id = v.object_id and p.number = 1
      left join gpr_rows f on f.gpr_id = p.id and f.key = r.key
    where v.object_id = $1
  ), daily as (
    select d::date as day,
      coalesce((select sum(s.hours) from object_day_sums s where s.object_id = $1 and s.day = d::date), 0) as earned,
      (select sum(c.hours_through) from facades fa cross join lateral (
        select p.hours_through from plan_curve p
        where p.object_id = $1 and p.facade_id = fa.id and p.day <= d::date order by p.day desc limit 1) c
       where fa.object_id = $1) as planned
    from generate_series($2::date - 90, $2::date - 1, interval '1 day') d
  )`;

const VALUES: Readonly<Record<Name, string>> = {
  "floor volumes": "select count(*) from cells",
  "plan/fact rows (day × cell)": `
    select count(distinct (date, floor_volume_id)) from ledger where kind <> 'opening'`,
  "entries of work and reversals": "select count(*) from ledger where kind <> 'opening'",
  "opening balances": "select count(*) from ledger where kind = 'opening'",
  "entries that wait for a confirmation": `
    select count(*) from ledger f where kind = 'work' and status = 'submitted'
      and not exists (select from ledger r where r.reverses_id = f.id)`,
  "cells complete": "select count(*) from cells where fact_qty = plan_qty",
  "cells partly done": "select count(*) from cells where fact_qty > 0 and fact_qty < plan_qty",
  "cells untouched": "select count(*) from cells where fact_qty = 0",
  "cells over their plan": "select count(*) from cells where fact_qty > plan_qty",
  "daily rows before today": "select count(*) from daily where earned is not null and planned > 0",
  "man-hours of the opening balances":
    "select trim_scale(sum(norm_hours)) from ledger where kind = 'opening'",
  "man-hours of idle crews": `
    select trim_scale(sum(x.workers * x.hours)) from shift_records r join shift_record_crews x on x.record_id = r.id
    where r.object_id = $1 and r.kind = 'downtime' and r.withdrawn_at is null`,
  "extra works reported": "select count(*) from extra_works where object_id = $1 and status = 'reported'",
  "extra works in the plan": "select count(*) from extra_works where object_id = $1 and status = 'accepted'",
  "extra works rejected": "select count(*) from extra_works where object_id = $1 and status = 'rejected'",
  "roubles of open extra works": `
    select sum(price) from extra_works where object_id = $1 and status <> 'rejected' and stage <> 'presented'`,
  "revisions of the plan": "select count(*) from plan_revisions where object_id = $1",
  "versions of the schedule": `
    select string_agg(number || ' ' || status, ', ' order by number) from gpr_versions where object_id = $1`,
  "rows that version 2 of the schedule adds": "select count(*) from schedule where former is null",
  "rows that version 2 of the schedule puts off": `
    select count(*) from schedule where start_on > former_start and work is not null`,
  "owners that version 2 of the schedule changes": `
    select count(*) from schedule where former is not null and owner_id is distinct from former_owner`,
  "signatures under version 2 of the schedule": `
    select count(*) from gpr_signatures s join gpr_versions v on v.id = s.gpr_id
    where v.object_id = $1 and v.number = 2 and s.signed_at is not null and s.voided_at is null`,
  "tasks made of rows of the schedule": "select count(task_id) from schedule",
  "parts of shifts closed by hand": `
    select count(*) from shift_closings where object_id = $1 and closed_by = foreman_id and reopened_at is null`,
  "man-hours planned": "select trim_scale(sum(plan_hours)) from cells",
  "man-hours earned": "select trim_scale(sum(earned_hours)) from cells",
  "man-hours left": "select trim_scale(sum(plan_hours - earned_hours)) from cells",
  "cells that differ from the ledger": `
    select count(*) from cells v
    where fact_qty <> (select coalesce(sum(quantity), 0) from ledger f where f.floor_volume_id = v.id)`,
  "sums of works that differ from the ledger": `
    select count(*) from object_work_sums s where s.object_id = $1
      and (fact_qty <> (select coalesce(sum(quantity), 0) from ledger f where f.work_type_id = s.work_type_id)
        or plan_qty <> (select sum(v.plan_qty) from cells v where v.work_type_id = s.work_type_id))`,
  "sums of days that differ from the ledger": `
    select count(*) from (select day, work_type_id, quantity from object_day_sums where object_id = $1) s
    full join (select date as day, work_type_id, sum(quantity) as quantity from ledger
      where kind <> 'opening' group by date, work_type_id) f using (day, work_type_id)
    where coalesce(s.quantity, 0) <> coalesce(f.quantity, 0)`,
  "sums of the object that differ from its cells": `
    select count(*) from object_sums s where s.object_id = $1
      and (s.plan_hours is distinct from (select sum(plan_hours) from cells)
        or s.earned_hours is distinct from (select sum(earned_hours) from cells))`,
  "daily rows that differ from the ledger": `
    select count(*) where (select sum(earned) from daily)
      <> (select sum(norm_hours) from ledger where kind <> 'opening')`,
};

/** Counts and exact sums of an object, by name. */
export async function readCounts(
  db: Database,
  objectId: number,
  today: string,
): Promise<Readonly<Record<string, string>>> {
  const columns = Object.entries(VALUES).map(([name, value]) => `(${value})::text as "${name}"`);
  const [row] = await db.read<Record<string, string>>(`${TABLES} select ${columns.join(", ")}`, [
    objectId,
    today,
  ]);
  if (row === undefined) throw new Error("nothing was counted");
  return row;
}
