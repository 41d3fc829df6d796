import { dayText } from "../../kernel/index.ts";
import { countedSums, MAX_WORKDAYS_AHEAD, PACE_SHIFTS, SHIFTS, workdaysLeft } from "../objects/index.ts";
import { lateDaysOn } from "../tasks/index.ts";

/** A work or a facade of an object, in norm hours. */
export type PartRow = {
  id: number;
  plan: string;
  earned: string;
  /** Planned through yesterday; null without windows. */
  planned: string | null;
  finish: string | null;
  /** Working days after today through its finish. */
  workdaysLeft: number | null;
  /** Earned in the object's last ten shifts. */
  recent: string;
  /** In how many of these shifts it was worked on. */
  worked: number;
};

/** What a breakdown has beyond the dashboard, read in one statement. */
export type BreakdownRow = {
  works: PartRow[];
  facades: PartRow[];
  shifts: { day: string; hours: string }[];
  workdaysLeft: number | null;
  /** Working days after today, comma-separated. */
  ahead: string | null;
  lateTotal: number;
  lateTasks: { id: number; title: string; deadline: string; lateDays: number }[];
};

const SHOWN_TASKS = 7;

/** Sums of the cells by work or by facade; what was earned in the last shifts is in `recents`. */
const partsBy = (column: string, recents: string) => `
    (select coalesce(json_agg(p), '[]') from (
      select c.${column} as id, sum(c.plan)::text as plan, sum(c.earned)::text as earned,
        round(sum(c.planned), 6)::text as planned, z.finish::text as finish,
        ${workdaysLeft("z.finish")} as "workdaysLeft",
        coalesce((select r.hours from ${recents} r where r.id = c.${column}), 0)::text as recent,
        coalesce((select r.worked from ${recents} r where r.id = c.${column}), 0) as worked
      from (select ${column}, sum(plan) as plan, sum(earned) as earned, sum(planned) as planned,
        max(plan_finish) as finish from cells group by ${column}) c
      cross join lateral (select coalesce(c.finish, o.deadline) as finish) z
      group by c.${column}, z.finish) p)`;

/**
 * A cell is planned evenly over the working days of its window, as in the plan curves.
 *
 * $1 object · $2 instant · $3 whether late tasks are shown.
 */
export function breakdownText({ confirmedOnly }: { confirmedOnly: boolean }): string {
  const { fact } = countedSums(confirmedOnly);
  return `
  with o as (
    select x.*, (select w.ordinal from object_workdays w where w.object_id = x.id and w.day < x.today
        order by w.day desc limit 1) as k,
      coalesce((select w.ordinal from object_workdays w where w.object_id = x.id and w.day <= x.today
        order by w.day desc limit 1), 0) as k_today
    from (select o.id, o.deadline, ${dayText("$2::timestamptz")} as today from objects o where o.id = $1) x
  ), shifts as materialized (
    select day, hours from (${SHIFTS}) s order by day desc limit ${PACE_SHIFTS}
  ), volumes as materialized (
    select v.facade_id, v.work_type_id, v.plan_start, v.plan_finish, v.plan_qty * w.norm_hours as plan,
      least(v.plan_qty, v.${fact}) * w.norm_hours as earned
    from floor_volumes v join work_types w on w.id = v.work_type_id where v.object_id = $1
  ), placed as materialized (
    select p.plan_start, p.plan_finish,
      (select d.ordinal from object_workdays d where d.object_id = $1 and d.day >= p.plan_start
        order by d.day limit 1) as first,
      (select d.ordinal from object_workdays d where d.object_id = $1 and d.day <= p.plan_finish
        order by d.day desc limit 1) as last
    from (select distinct plan_start, plan_finish from volumes where plan_start is not null) p
  ), cells as materialized (
    select v.*, v.plan * case when p.first is null then null
      else greatest(least(coalesce(o.k, 0), greatest(p.last, p.first)) - p.first + 1, 0)::numeric
        / (greatest(p.last, p.first) - p.first + 1) end as planned
    from o cross join volumes v left join placed p on p.plan_start = v.plan_start and p.plan_finish = v.plan_finish
  ), recent_works as (
    select d.work_type_id as id, sum(d.hours) as hours, count(*) filter (where d.hours > 0)::int as worked
    from object_day_sums d where d.object_id = $1 and d.day = any (array(select day from shifts)) group by 1
  ), recent_facades as (
    select id, sum(hours) as hours, count(*) filter (where hours > 0)::int as worked from (
      select e.facade_id as id, e.date, sum(e.quantity * w.norm_hours) as hours
      from daily_plan_fact e
      join work_types w on w.id = e.work_type_id
      left join daily_plan_fact original on original.id = e.reverses_id
      where e.object_id = $1 and e.date = any (array(select day from shifts)) and e.status <> 'parked'
        and coalesce(original.kind, e.kind) <> 'opening'
      group by e.facade_id, e.date) d
    group by id
  ), late as materialized (
    select t.id, t.object_id, t.assignee_id, t.status, t.blocker_user_id, t.title, t.deadline from o join tasks t on t.object_id = o.id
    where $3::boolean and t.status not in ('done', 'cancelled') and t.deadline < o.today
  )
  select ${partsBy("work_type_id", "recent_works")} as works, ${partsBy("facade_id", "recent_facades")} as facades,
    (select coalesce(json_agg(json_build_object('day', s.day, 'hours', trim_scale(s.hours)::text) order by s.day desc), '[]')
      from shifts s) as shifts,
    ${workdaysLeft("o.deadline")} as "workdaysLeft",
    (select string_agg(w.day::text, ',' order by w.ordinal) from object_workdays w where w.object_id = $1
      and w.ordinal > o.k_today and w.ordinal <= o.k_today + ${MAX_WORKDAYS_AHEAD}) as ahead,
    (select count(*)::int from late) as "lateTotal",
    (select coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'deadline', t.deadline, 'lateDays',
        ${lateDaysOn("o.today")}) order by t.deadline, t.id), '[]')
      from (select * from late order by deadline, id limit ${SHOWN_TASKS}) t) as "lateTasks"
  from o`;
}
