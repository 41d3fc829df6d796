import type { DueRow } from "../../../platform/schedule/index.ts";

/**
 * SQL of the tasks due on a day of their object, of users without a morning card: others read them there. `condition`: on
 * the deadline, by the object's day `l.today`.
 */
const dueOn = (condition: string) => `
  select t.object_id, t.assignee_id as user_id, t.id as entity_id, t.id || ':' || t.deadline as slot, t.deadline as day,
    (l.today + time '09:00') at time zone o.time_zone as at
  from notification_settings s
  join users u on u.id = s.user_id and u.status = 'active'
  join tasks t on t.assignee_id = u.id and t.status not in ('done', 'cancelled')
  join objects o on o.id = t.object_id and o.status in ('planning', 'active', 'completing')
  cross join lateral (select (($1::timestamptz at time zone o.time_zone) - o.day_cutoff)::date as today) l
  where not s.morning_digest and t.status in ('assigned', 'in_progress') and ${condition}`;

/** On the next working day of the object, or on a day off before it. */
const TOMORROW = `t.deadline > l.today and t.deadline <= coalesce((select min(w.day) from object_workdays w
    where w.object_id = o.id and w.day > l.today), l.today + 1)`;

const LATE_MINUTES = 6 * 60;

/** Reminders of a deadline on the working day before, and on the day. */
export const dueTaskRows: readonly DueRow[] = [
  {
    job: "task.deadline_24h",
    event: "task.deadline_24h",
    about: "task",
    lateMinutes: LATE_MINUTES,
    due: dueOn(TOMORROW),
  },
  {
    job: "task.deadline_today",
    event: "task.deadline_today",
    about: "task",
    lateMinutes: LATE_MINUTES,
    due: dueOn("t.deadline = l.today"),
  },
];
