import type { DayShifts, ObjectStatus, WorkGroup } from "@stsphera/contracts";
import { reachTable, waitingNumber, waitingTable } from "../../platform/decisions/index.ts";
import { countedSums } from "./counted-sums.ts";
import { dayShifts } from "./day-shifts-sql.ts";
import { marksAt, openDefects, openMarks } from "./open-defects.ts";
import { openDeliveries } from "./open-deliveries.ts";

type Numbers = { plan: string; fact: string };

/** All data of an object's dashboard, read in one statement. */
export type DashboardRow = {
  id: number;
  code: string;
  name: string;
  status: ObjectStatus;
  startDate: string | null;
  deadline: string | null;
  today: string;
  lastWorkday: string | null;
  planHours: string;
  earnedHours: string;
  /** Working days after today up to and including the deadline. */
  workdaysLeft: number | null;
  works: {
    id: number;
    code: string;
    name: string;
    unit: string;
    group: WorkGroup;
    plan: string;
    fact: string;
    finish: string | null;
    /** Working days after today through its finish. */
    workdaysLeft: number | null;
    /** Done in the last ten shifts of the object. */
    recent: string;
    yesterday: string;
    today: string;
  }[];
  facades: {
    id: number;
    code: string;
    name: string;
    planHours: string;
    earnedHours: string;
    plannedHours: string | null;
    modules: Numbers;
    floors: ({ code: string; defects: number } & Numbers)[];
  }[];
  /** Norm hours of productive days before today, newest first, at most twenty. */
  productive: string[];
  /**
   * Norm hours of the last twenty working days before today, idle ones as 0, starting with the first day of facts.
   */
  recent: string[];
  yesterdayHours: string;
  /** The shifts of the last working day. */
  yesterdayShifts: DayShifts;
  /** Changes of planned quantities since the last working day began. */
  planChanges: number;
  todayHours: string;
  entriesToday: number;
  photosToday: number;
  toConfirm: number;
  confirmers: number;
  tasks: { open: number; overdue: number; blocked: number };
  defects: { open: number; critical: number; overdue: number };
  deliveries: { open: number; atRisk: number };
  /** The deadline is in a year without a published calendar. */
  deadlineProvisional: boolean | null;
  /**
   * The working days after today, for dating a forecast, comma-separated, those of unpublished years with a mark;
   * null when none is listed.
   */
  ahead: string | null;
};

/** The shifts that a pace is the mean of (formula 5), and those that a forecast is resampled from. */
export const PACE_SHIFTS = 10;
export const RESAMPLED_SHIFTS = 20;
/** Shifts longer ago say nothing of today's pace. */
export const SHIFTS_WITHIN_DAYS = 400;

/** SQL of the newest days with facts before today, for the object `$1` and its row `o`; index order, newest first. */
export const SHIFTS = `
    select p.day, p.hours from (
      select d.day, sum(d.hours) as hours from object_day_sums d
      where d.object_id = $1 and d.day < (select today from o)
      group by d.day having sum(d.hours) > 0 order by d.day desc limit ${RESAMPLED_SHIFTS}) p
    where p.day >= (select today from o) - ${SHIFTS_WITHIN_DAYS}`;

/** SQL of the working days after today through a day, for a row `o` with the ordinal of today. */
export const workdaysLeft = (day: string) => `
    (select greatest(w.ordinal - o.k_today, 0) from object_workdays w
      where w.object_id = $1 and w.day <= ${day} order by w.day desc limit 1)`;

/** How many working days ahead a forecast may reach. */
export const MAX_WORKDAYS_AHEAD = 330;

/** Appended to a day of a year without a published calendar. */
export const PROVISIONAL_MARK = "~";

/**
 * Of an observer, everything that is done is what of it is confirmed.
 *
 * $1 object · $2 instant · $3 ids of `peopleOf` · $4 reach for confirming entries · $5 roles that confirm
 * entries of all. Days are searched from the newest
 * on, so that a long history costs no more than a short one.
 */
export function dashboardText({ confirmedOnly }: { confirmedOnly: boolean }): string {
  const { fact, earned, quantity, hours } = countedSums(confirmedOnly);
  const counted = confirmedOnly ? "and e.status = 'confirmed'" : "";
  return `
  with ${reachTable("$4")}, ${waitingTable("$3", "d.object_id = $1")}, o as (
    select *, (($2::timestamptz at time zone time_zone) - day_cutoff)::date as today from objects where id = $1
  ), at as materialized (
    select o.*, last.day as last_workday, coalesce(last.ordinal, 0) as k, coalesce(now.ordinal, 0) as k_today,
      finish.ordinal as k_deadline
    from o
    left join lateral (select w.day, w.ordinal from object_workdays w
      where w.object_id = $1 and w.day < o.today order by w.day desc limit 1) last on true
    left join lateral (select w.ordinal from object_workdays w
      where w.object_id = $1 and w.day <= o.today order by w.day desc limit 1) now on true
    left join lateral (select w.ordinal from object_workdays w
      where w.object_id = $1 and w.day <= o.deadline order by w.day desc limit 1) finish on true
  ), shifts as materialized (${SHIFTS}), cells as materialized (
    select v.facade_id, v.floor_id, v.work_type_id, v.plan_finish, fl.code as floor, fl.sort, w.work_group, v.plan_qty,
      v.${fact} as fact_qty, v.plan_qty * w.norm_hours as plan_hours,
      least(v.plan_qty, v.${fact}) * w.norm_hours as earned_hours
    from floor_volumes v
    join floors fl on fl.id = v.floor_id and fl.object_id = $1
    join work_types w on w.id = v.work_type_id
    where v.object_id = $1
  ), finishes as (
    select work_type_id, max(plan_finish) as finish from cells group by work_type_id
  ), module_floors as (
    select facade_id, floor_id, floor, sort, sum(plan_qty) as plan, sum(fact_qty) as fact
    from cells where work_group = 'module' group by facade_id, floor_id, floor, sort
  ), ${openMarks}, facade_sums as (
    select facade_id, sum(plan_hours) as plan_hours, sum(earned_hours) as earned_hours,
      coalesce(sum(plan_qty) filter (where work_group = 'module'), 0) as module_plan,
      coalesce(sum(fact_qty) filter (where work_group = 'module'), 0) as module_fact
    from cells group by facade_id
  )
  select o.id, o.code, o.name, o.status, o.start_date::text as "startDate", o.deadline::text as deadline,
    o.today::text as today, o.last_workday::text as "lastWorkday",
    s.plan_hours::text as "planHours", s.${earned}::text as "earnedHours",
    greatest(o.k_deadline - o.k_today, 0) as "workdaysLeft",
    (select coalesce(json_agg(json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit, 'group', w.work_group,
        'plan', trim_scale(x.plan_qty)::text, 'fact', trim_scale(x.${fact})::text,
        'finish', z.finish, 'workdaysLeft', ${workdaysLeft("z.finish")},
        'recent', coalesce((select trim_scale(sum(d.quantity))::text from object_day_sums d
          where d.object_id = $1 and d.work_type_id = w.id
            and d.day = any (array(select day from shifts order by day desc limit ${PACE_SHIFTS}))), '0'),
        'yesterday', coalesce((select trim_scale(d.${quantity})::text from object_day_sums d
          where d.object_id = $1 and d.day = o.last_workday and d.work_type_id = w.id), '0'),
        'today', coalesce((select trim_scale(d.${quantity})::text from object_day_sums d
          where d.object_id = $1 and d.day = o.today and d.work_type_id = w.id), '0')) order by w.sort), '[]')
      from object_work_sums x join work_types w on w.id = x.work_type_id
      left join finishes f on f.work_type_id = w.id
      cross join lateral (select coalesce(f.finish, o.deadline) as finish) z
      where x.object_id = $1 and x.plan_qty > 0) as works,
    (select coalesce(json_agg(json_build_object('id', fa.id, 'code', fa.code, 'name', fa.name,
        'planHours', fs.plan_hours::text, 'earnedHours', fs.earned_hours::text,
        'plannedHours', (select p.hours_through::text from plan_curve p
          where p.object_id = $1 and p.facade_id = fa.id and p.day < o.today order by p.day desc limit 1),
        'modules', json_build_object('plan', trim_scale(fs.module_plan)::text, 'fact', trim_scale(fs.module_fact)::text),
        'floors', (select coalesce(json_agg(json_build_object('code', m.floor, 'plan', trim_scale(m.plan)::text,
          'fact', trim_scale(m.fact)::text, 'defects', ${marksAt("m.facade_id", "m.floor_id")}) order by m.sort), '[]') from module_floors m where m.facade_id = fa.id)
      ) order by fa.sort, fa.id), '[]')
      from facades fa join facade_sums fs on fs.facade_id = fa.id where fa.object_id = $1) as facades,
    array(select hours::text from shifts order by day desc) as productive,
    array(select coalesce((select sum(d.hours) from object_day_sums d where d.object_id = $1 and d.day = w.day), 0)::text
      from object_workdays w
      where w.object_id = $1 and w.ordinal > o.k - ${RESAMPLED_SHIFTS} and w.ordinal <= o.k and w.day >= (
        select d.day from object_day_sums d
        where d.object_id = $1 and d.day >= o.today - ${SHIFTS_WITHIN_DAYS} and d.day <= o.today
        group by d.day having sum(d.hours) > 0 order by d.day limit 1)
      order by w.day desc) as recent,
    coalesce((select sum(${hours}) from object_day_sums where object_id = $1 and day = o.last_workday), 0)::text
      as "yesterdayHours",
    ${dayShifts("o.id", "o.last_workday")} as "yesterdayShifts",
    (select count(*)::int from plan_revisions r where r.object_id = o.id
      and r.created_at >= (o.last_workday + o.day_cutoff) at time zone o.time_zone) as "planChanges",
    coalesce((select sum(${hours}) from object_day_sums where object_id = $1 and day = o.today), 0)::text as "todayHours",
    (select count(*)::int from daily_plan_fact e where e.object_id = $1 and e.date = o.today and e.kind = 'work' ${counted}
      and not exists (select from daily_plan_fact r where r.reverses_id = e.id)) as "entriesToday",
    (select count(*)::int from daily_plan_fact e join attachments p on p.entity_type = 'fact' and p.entity_id = e.id
      where e.object_id = $1 and e.date = o.today ${counted}) as "photosToday",
    ${waitingNumber("fact_days")} as "toConfirm",
    (select count(distinct m.user_id)::int from object_roles m
      join users u on u.id = m.user_id and u.status = 'active' and u.role <> 'viewer'
      where m.object_id = $1 and m.role = any ($5::text[])) as confirmers,
    (select json_build_object('open', count(*), 'overdue', count(*) filter (where t.deadline < o.today),
        'blocked', count(*) filter (where t.status = 'blocked'))
      from tasks t where t.object_id = $1 and t.status not in ('done', 'cancelled')) as tasks,
    ${openDefects("o.today")} as defects,
    ${openDeliveries("o.today")} as deliveries,
    (select w.provisional from object_workdays w where w.object_id = $1 and w.day >= date_trunc('year', o.deadline)::date
      order by w.day limit 1) as "deadlineProvisional",
    (select string_agg(w.day::text || case when w.provisional then '${PROVISIONAL_MARK}' else '' end, ','
      order by w.ordinal) from object_workdays w
      where w.object_id = $1 and w.ordinal > o.k_today and w.ordinal <= o.k_today + ${MAX_WORKDAYS_AHEAD}) as ahead
  from at o join object_sums s on s.object_id = o.id`;
}
