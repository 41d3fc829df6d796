import type { ObjectStatus, Unit } from "@stsphera/contracts";
import { sees } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { type Context, notFound, type Tx } from "../../kernel/index.ts";

/** A cell with the properties of its object and work type that the rules need. */
export type Cell = {
  id: number;
  objectId: number;
  facadeId: number;
  workTypeId: number;
  planQty: string;
  factQty: string;
  planStart: string | null;
  planFinish: string | null;
  unit: Unit;
  normHours: string;
  status: ObjectStatus;
  heldSince: string | null;
  /** The object's day at `ctx.now`. */
  today: string;
  shiftHours: string;
};

/** Locks and reads a cell; not_found when the actor may not see it. */
export async function loadCell(
  tx: Tx,
  ctx: Context,
  floorVolumeId: number,
  objectId?: number,
): Promise<Cell> {
  const [cell] = await tx.execute<Cell>(sql`
    select v.id, v.object_id as "objectId", v.facade_id as "facadeId", v.work_type_id as "workTypeId",
      trim_scale(v.plan_qty)::text as "planQty", trim_scale(v.fact_qty)::text as "factQty",
      v.plan_start::text as "planStart", v.plan_finish::text as "planFinish", w.unit,
      trim_scale(w.norm_hours)::text as "normHours", o.status, o.held_since::text as "heldSince",
      ((${ctx.now.toISOString()}::timestamptz at time zone o.time_zone) - o.day_cutoff)::date::text as today,
      trim_scale(o.shift_hours)::text as "shiftHours"
    from floor_volumes v
    join objects o on o.id = v.object_id
    join work_types w on w.id = v.work_type_id
    where v.id = ${floorVolumeId}
    for update of v`);
  if (cell === undefined || !sees(ctx.actor, cell.objectId)) throw notFound();
  if (objectId !== undefined && cell.objectId !== objectId) throw notFound();
  return cell;
}

export type LineFacts = {
  /** The oldest day still open to all who enter facts. */
  earliest: string;
  /** Whether the day is a working day of the object. */
  working: boolean;
  /** The plan of this line for the day, taken from the day's first entry. */
  planOfDay: string | null;
  /** Quantity entered for the day so far. */
  doneOfDay: string;
  lastFive: string[];
  workdaysToFinish: number;
  /** Whether the crew is recorded as idle for the whole shift. */
  idleCrew: boolean;
  /** An entry of the same cell, crew, day and shift within the last half hour. */
  duplicateId: number | null;
};

/** Reads what the ledger and the calendar know of a line on a day. */
export async function readLineFacts(
  tx: Tx,
  cell: Cell,
  at: { date: string; shift: string; crewId: number | null; since: Date; openDays: number },
): Promise<LineFacts> {
  const [facts] = await tx.execute<LineFacts>(sql`
    select
      coalesce((select day from object_workdays where object_id = ${cell.objectId} and day < ${cell.today}
        order by day desc offset ${at.openDays - 1} limit 1), ${cell.today}::date)::text as earliest,
      exists (select from object_workdays where object_id = ${cell.objectId} and day = ${at.date}) as working,
      (select trim_scale(plan_qty)::text from daily_plan_fact
        where floor_volume_id = ${cell.id} and date = ${at.date} and kind = 'work' order by id limit 1) as "planOfDay",
      (select trim_scale(coalesce(sum(quantity), 0))::text from daily_plan_fact
        where floor_volume_id = ${cell.id} and date = ${at.date} and kind <> 'opening' and status <> 'parked') as "doneOfDay",
      array(select trim_scale(e.quantity)::text from daily_plan_fact e
        where e.facade_id = ${cell.facadeId} and e.work_type_id = ${cell.workTypeId} and e.date < ${at.date}
          and e.kind = 'work' and e.status <> 'parked'
          and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
        order by e.date desc, e.id desc limit 5) as "lastFive",
      (select count(*)::int from object_workdays where object_id = ${cell.objectId}
        and day between ${at.date} and ${cell.planFinish}::date) as "workdaysToFinish",
      (select coalesce(sum(x.hours), 0) >= ${cell.shiftHours}::numeric from shift_records i
        join shift_record_crews x on x.record_id = i.id
        where i.object_id = ${cell.objectId} and i.date = ${at.date} and i.shift = ${at.shift} and i.kind = 'downtime'
          and i.withdrawn_at is null and x.crew_id = ${at.crewId}::int) as "idleCrew",
      (select e.id from daily_plan_fact e
        where e.floor_volume_id = ${cell.id} and e.date = ${at.date} and e.shift = ${at.shift} and e.kind = 'work'
          and e.crew_id is not distinct from ${at.crewId}::int and e.created_at > ${at.since.toISOString()}
          and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
        order by e.id desc limit 1) as "duplicateId"`);
  if (facts === undefined) throw new Error("no answer about a line");
  return facts;
}
