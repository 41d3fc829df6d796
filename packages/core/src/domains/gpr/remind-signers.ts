import type { DueRow } from "../../platform/schedule/index.ts";

/** When signers are reminded, in the time zone of the object. */
const AT = "10:00";
/** The reminder of a day is not made up in its afternoon. */
const LATE_MINUTES = 120;

/** Every working day of the office after the one on which a signer was asked, while a signature is missing. */
const waiting = `
  select v.object_id, null::int as user_id, v.id as entity_id, w.day::text as slot, w.day,
    ((w.day + time '${AT}') at time zone o.time_zone) as at
  from gpr_versions v
  join objects o on o.id = v.object_id and o.status in ('planning', 'active', 'completing')
  join unnest($2::date[]) w(day)
    on w.day between ($1::timestamptz at time zone o.time_zone)::date - 1
      and ($1::timestamptz at time zone o.time_zone)::date + 1
  where v.status = 'pending_signatures'
    and exists (select from gpr_signatures s where s.gpr_id = v.id and s.voided_at is null and s.signed_at is null
      and (s.asked_at at time zone o.time_zone)::date < w.day)`;

/** Reminders of signatures that are missing. */
export const signerReminderRows: readonly DueRow[] = [
  {
    job: "gpr.sign_reminder",
    event: "gpr.sign_reminder",
    about: "gpr",
    lateMinutes: LATE_MINUTES,
    due: waiting,
  },
];
