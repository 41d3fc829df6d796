import { dayText } from "../../kernel/index.ts";

/**
 * A user's tasks and shifts with facts over a period. $1 user · $2, $3 first and last day · $4 instant · $5 time zone · $6, $7 objects
 * whose tasks the user sees now: tasks no longer visible do not count as overdue. Days of a task are those of its
 * object. Working minutes: the part of the time between assignment and «Беру в работу» that lies within shifts of the
 * object's working days; a shift that ends before it starts ends on the next morning.
 */
export const KPI = `
  with mine as (
    select t.status, t.deadline, t.object_id, o.shift_start::interval as shift_start,
      o.shift_end::interval + case when o.shift_end <= o.shift_start then interval '1 day' else interval '0' end as shift_end,
      t.assigned_at at time zone o.time_zone as assigned, t.accepted_at at time zone o.time_zone as accepted,
      ${dayText("t.accepted_at")} as accepted_on,
      ${dayText("t.completed_at")} as completed_on,
      ${dayText("coalesce(t.submitted_at, t.completed_at)")} as handed_in_on,
      ${dayText("$4::timestamptz")} as today
    from tasks t join objects o on o.id = t.object_id
    where t.assignee_id = $1),
  done as (
    select m.deadline, m.handed_in_on <= m.deadline as on_time
    from mine m where m.status = 'done' and m.completed_on between $2::date and $3::date),
  shifts as (
    select min(${dayText("f.created_at")}) <= f.date as on_time
    from daily_plan_fact f join objects o on o.id = f.object_id
    where f.author_id = $1 and f.kind = 'work' and f.date between $2::date and $3::date
    group by f.object_id, f.date, f.shift
    having not bool_and(exists (select from daily_plan_fact r where r.reverses_id = f.id))),
  answered as (
    select (select coalesce(sum(extract(epoch from greatest(interval '0',
          least(m.accepted, w.day + m.shift_end) - greatest(m.assigned, w.day + m.shift_start))) / 60), 0)
        from object_workdays w
        where w.object_id = m.object_id and w.day between m.assigned::date - 1 and m.accepted::date) as minutes
    from mine m
    where m.accepted is not null and m.assigned is not null and m.accepted_on between $2::date and $3::date)
  select d.*, f."shifts", f."factsOnTime", trim_scale(round(100.0 * d."doneOnTime" / nullif(d."doneOnTime" + d."doneLate", 0), 1))::text as "onTimePct",
    (select count(*)::int from mine m where m.status not in ('done', 'cancelled') and m.deadline < m.today
      and ($6::boolean or m.object_id = any(array(select unnest($7::int[]))))) as "overdueNow",
    (select count(*)::int from entity_moves v
       where v.by_id = $1 and v.entity_type = 'task' and v.move = 'decline' and v.undone_at is null
         and v.at >= ($2::date::timestamp at time zone $5)
         and v.at < (($3::date + 1)::timestamp at time zone $5)) as declined,
    (select count(*)::int from answered) as answered,
    (select round(avg(a.minutes))::int from answered a) as "meanMinutes"
  from (
    select (count(*) filter (where on_time))::int as "doneOnTime",
      (count(*) filter (where not on_time))::int as "doneLate",
      (count(*) filter (where deadline is null))::int as "doneWithoutDeadline"
    from done) d,
    (select count(*)::int as "shifts", (count(*) filter (where s.on_time))::int as "factsOnTime" from shifts s) f`;
