/** SQL of the local date of an instant; `shift` moves it by days. */
const localDate = (instant: string, timeZone: string) => `(${instant} at time zone ${timeZone})::date`;

/** Objects whose days have a rhythm: they take facts. */
export const RUNNING = `o.status in ('active', 'completing')`;

/** SQL of the instant when the shift of a day of an object `o` ends; a night shift ends on the next day. */
export const shiftEnd = (day: string) =>
  `((${day} + o.shift_end + case when o.shift_end <= o.shift_start then interval '1 day' else interval '0' end)
    at time zone o.time_zone)`;

/** SQL of the instant when the shift of a day of an object `o` begins. */
export const shiftStart = (day: string) => `((${day} + o.shift_start) at time zone o.time_zone)`;

/**
 * SQL of who acts in the roles on objects on a day of the absent user's time zone, for a `from`: `user_id` acts in the
 * `role` of `principal_id` on `object_id`: their deputy there, or they themselves. $1 is now.
 */
export const ACTING = `(
  select r.object_id, r.role, r.user_id as principal_id, coalesce((
      select d.deputy_id from delegations d join users du on du.id = d.deputy_id and du.status = 'active'
      where d.principal_id = r.user_id and d.ended_at is null
        and (d.object_id is null or d.object_id = r.object_id)
        and ${localDate("$1::timestamptz", "ru.time_zone")} between d.from_day and d.to_day
      order by d.object_id nulls last, d.id limit 1), r.user_id) as user_id
  from object_roles r join users ru on ru.id = r.user_id and ru.status = 'active')`;

/** SQL of the working days `w.day` of an object `o` from yesterday to tomorrow, for a lateral join. */
export const workdaysAround = `object_workdays w on w.object_id = o.id
    and w.day between ${localDate("$1::timestamptz", "o.time_zone")} - 1
      and ${localDate("$1::timestamptz", "o.time_zone")} + 1`;

/**
 * SQL of a moment of every working day of every running object: so many minutes after the beginning or the end of its
 * shift, in its time zone.
 */
export const byShift = (from: "start" | "end", minutes: number): string => `
  select o.id as object_id, null::int as user_id, o.id as entity_id, w.day::text as slot, w.day,
    ${from === "start" ? shiftStart("w.day") : shiftEnd("w.day")} + interval '${minutes} minutes' as at
  from objects o join ${workdaysAround}
  where ${RUNNING}`;
