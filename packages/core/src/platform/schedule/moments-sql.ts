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
