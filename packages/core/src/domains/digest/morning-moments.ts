import { ACTING, type DueRow, RUNNING, shiftStart, workdaysAround } from "../../platform/schedule/index.ts";

/** A digest that is this late is no longer one. */
export const MORNING_MINUTES = 90;
/** Minutes before the shift at which a foreman reads what it brings. */
const BEFORE_SHIFT = 45;
const MANAGERS_AT = "08:30";
const DIRECTORS_AT = "09:00";
const OTHERS_AT = "07:15";

/**
 * When each user's morning card is due: a foreman's before the shift of the earliest of their objects, but not in their quiet hours; a manager's and
 * a director's at their hour, others' in the morning; at their own time where they set one, in their time zone. Not on
 * a day off: when none of their running objects works, for who has none or directs when the office does not, or on a
 * weekend for who wished so. Who is away and has a deputy on all objects gets none; deputies get theirs as foremen or
 * managers of these objects.
 */
const due = `
  with acting as materialized (
    select a.* from ${ACTING} a join objects o on o.id = a.object_id and o.status not in ('closed', 'archived')
  ), person as (
    select u.id, u.time_zone, l.today, u.role in ('director', 'curator') as directs,
      case when s.own_digest_time then s.digest_at end as own_time, coalesce(s.days_off, 'object') as days_off,
      coalesce(s.quiet_from, '22:00') as quiet_from, coalesce(s.quiet_to, '07:00') as quiet_to
    from users u left join notification_settings s on s.user_id = u.id
    cross join lateral (select ($1::timestamptz at time zone u.time_zone)::date as today) l
    where u.status = 'active' and (coalesce(s.morning_digest, true) or cardinality(s.in_digest) > 0)
      and not exists (select from delegations d where d.principal_id = u.id and d.object_id is null
        and d.ended_at is null and l.today between d.from_day and d.to_day)
      and (exists (select from acting a where a.principal_id = u.id and a.user_id = u.id)
        or not exists (select from acting a where a.principal_id = u.id and a.user_id <> u.id))
  ), busy as (
    select p.*, m.manages, m.stands_in, m.member, m.works, f.at as before_shift
    from person p
    cross join lateral (
      select coalesce(bool_or(r.role = 'project_manager' and r.principal_id = p.id), false) as manages,
        coalesce(bool_or(r.role = 'project_manager'), false) as stands_in,
        coalesce(bool_or(${RUNNING}), false) as member,
        coalesce(bool_or(${RUNNING} and exists (
          select from object_workdays w where w.object_id = o.id and w.day = p.today)), false) as works
      from acting r join objects o on o.id = r.object_id
      where r.user_id = p.id) m
    cross join lateral (
      select min(y.at) as at from (
        select case when l.time < p.quiet_to and (p.quiet_from > p.quiet_to or l.time >= p.quiet_from)
          then (l.day + p.quiet_to) at time zone p.time_zone else x.at end as at
        from (
          select ${shiftStart("w.day")} - interval '${BEFORE_SHIFT} minutes' as at
          from acting r join objects o on o.id = r.object_id and ${RUNNING}
          join ${workdaysAround}
          where r.user_id = p.id and r.role = 'construction_itr') x
        cross join lateral (select (x.at at time zone p.time_zone)::time as time, (x.at at time zone p.time_zone)::date as day) l) y
      where y.at > $1::timestamptz - interval '${MORNING_MINUTES} minutes') f
  ), timed as (
    select b.*, case
        when b.own_time is not null then (b.today + b.own_time) at time zone b.time_zone
        when b.directs then (b.today + time '${DIRECTORS_AT}') at time zone b.time_zone
        when b.manages then (b.today + time '${MANAGERS_AT}') at time zone b.time_zone
        when b.before_shift is not null then b.before_shift
        when b.stands_in then (b.today + time '${MANAGERS_AT}') at time zone b.time_zone
        else (b.today + time '${OTHERS_AT}') at time zone b.time_zone end as at
    from busy b
  )
  select null::int as object_id, t.id as user_id, t.id as entity_id, (t.at at time zone t.time_zone)::date::text as slot,
    (t.at at time zone t.time_zone)::date as day, t.at
  from timed t
  where case
    when t.days_off = 'weekend' then extract(isodow from t.at at time zone t.time_zone) < 6
    when t.at = t.before_shift then true
    when t.member and not t.directs then t.works
    else t.today = any ($2::date[]) end`;

/** One card a person and morning, over all their objects. */
export const morningRow: DueRow = {
  job: "digest.morning",
  event: "digest.morning",
  about: "user",
  lateMinutes: MORNING_MINUTES,
  due,
};
