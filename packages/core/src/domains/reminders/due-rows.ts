import {
  ACTING,
  byShift,
  type DueRow,
  RUNNING,
  shiftEnd,
  workdaysAround,
} from "../../platform/schedule/index.ts";
import { EVENING_MINUTES } from "./evening-notification.ts";

const BEFORE_SHIFT = 45;
/** Minutes after the foremen that the managers are told what is still open. */
const MANAGERS_LATER = 120;
const AFTER_SHIFT = 30;
/** An hour after the evening request: by then facts and reasons are entered. */
const DEVIATION_AFTER = 90;
const DAY_MINUTES = 12 * 60;

/** Half an hour after the last shift of the objects that a foreman, or their deputy, leads, or when they wish. */
const evenings = `
  select null::int as object_id, x.user_id, x.user_id as entity_id, x.day::text as slot, x.day, x.at
  from (
    select r.user_id, w.day, coalesce((w.day + s.evening_at) at time zone u.time_zone,
      max(${shiftEnd("w.day")}) + interval '${AFTER_SHIFT} minutes') as at
    from ${ACTING} r
    join users u on u.id = r.user_id and u.status = 'active'
    left join notification_settings s on s.user_id = u.id
    join objects o on o.id = r.object_id and ${RUNNING}
    join ${workdaysAround}
    where r.role = 'construction_itr'
    group by r.user_id, w.day, s.evening_at, u.time_zone) x`;

/** Those who asked to be reminded later. */
const putOff = `
  select null::int as object_id, p.user_id, p.user_id as entity_id, p.due_at::text as slot, p.day, p.due_at as at
  from put_off_requests p
  where p.due_at between $1::timestamptz - interval '${EVENING_MINUTES} minutes' and $1::timestamptz
    and cardinality($2::date[]) >= 0`;

/** Reminders of the facts of a shift. */
export const reminderRows: readonly DueRow[] = [
  {
    job: "fact.missing.foremen",
    event: "fact.missing",
    about: "object",
    payload: { to: "foremen" },
    lateMinutes: BEFORE_SHIFT + MANAGERS_LATER,
    due: byShift("start", -BEFORE_SHIFT),
  },
  {
    job: "fact.missing.managers",
    event: "fact.missing",
    about: "object",
    payload: { to: "managers" },
    lateMinutes: MANAGERS_LATER,
    due: byShift("start", MANAGERS_LATER - BEFORE_SHIFT),
  },
  {
    job: "fact.evening",
    event: "fact.evening",
    about: "user",
    lateMinutes: EVENING_MINUTES,
    due: evenings,
  },
  {
    job: "fact.evening.put_off",
    event: "fact.evening",
    about: "user",
    lateMinutes: EVENING_MINUTES,
    due: putOff,
  },
  {
    job: "fact.deviation",
    event: "fact.deviation",
    about: "object",
    lateMinutes: DAY_MINUTES,
    due: byShift("end", DEVIATION_AFTER),
  },
];
