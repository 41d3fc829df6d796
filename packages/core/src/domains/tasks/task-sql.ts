import { dayText, instantText, personJson } from "../../kernel/index.ts";
import { officeDaysAfter } from "../calendar/index.ts";
import { SITE_ROLES } from "../objects/index.ts";

// In every statement here $1 is the current instant.

/** Must be worded exactly like the condition of the partial indexes of open tasks. */
export const OPEN = `t.status not in ('done', 'cancelled')`;

/** Sort key of the deadline indexes: tasks without a deadline come last. */
export const DUE = `coalesce(t.deadline, 'infinity')`;

/** The current day of the object `o`. */
export const TODAY = dayText("$1::timestamptz");

/** The number of working days of the task's object up to and including a day. */
const workdaysThrough = (day: string) => `coalesce((select w.ordinal from object_workdays w
    where w.object_id = t.object_id and w.day <= ${day} order by w.day desc limit 1), 0)`;

/** Whether a user works on site, on the object of `t`. */
const onSite = (
  person: string,
) => `exists (select from object_roles m where m.object_id = t.object_id and m.user_id = ${person}
      and m.role in (${SITE_ROLES.map((role) => `'${role}'`).join(", ")}))`;

/** Who is late with a task: its assignee, or, while it stands, who is named to help. */
export const HOLDER = `coalesce(case when t.status = 'blocked' then t.blocker_user_id end, t.assignee_id)`;

/** Whether the lateness of a task is told: not of what is handed in, nor of what waits for another task. */
export const IS_TOLD = `(t.status in ('assigned', 'in_progress') or t.status = 'blocked' and t.blocker_user_id is not null)`;

/** Whether who is late with a task works on site. */
export const ON_SITE = onSite(HOLDER);

/**
 * How late a thing `t` of an object is on a day, everywhere: in working days after the day it was due, of its object for
 * who works on site and for nobody, of the office for others. The escalation counts the same days.
 */
export const lateDaysOf = (
  { person, due }: { person: string; due: string },
  day: string,
) => `case when ${person} is null or ${onSite(person)}
    then ${workdaysThrough(day)} - ${workdaysThrough(due)}
    else ${officeDaysAfter(due, day)} end`;

/** How late a task is on a day. */
export const lateDaysOn = (day: string) => lateDaysOf({ person: HOLDER, due: "t.deadline" }, day);

/** Columns of a task in a list, for rows `t`, its object `o` and the object's day `d.today`. */
export const TASK_COLUMNS = `
  t.id, t.object_id as "objectId", o.name as "objectName", t.title, t.status, t.priority, t.department,
  t.deadline::text as deadline,
  json_build_object('overdue', ${OPEN} and ${DUE} < d.today, 'today', ${OPEN} and ${DUE} = d.today) as flags,
  case when ${OPEN} and t.deadline < d.today
    then ${lateDaysOn("d.today")} else 0 end as "lateDays",
  ${personJson("t.creator_id")} as creator, ${personJson("t.assignee_id")} as assignee,
  t.blocked_reason as "blockedReason",
  (select count(*)::int from task_comments c where c.task_id = t.id) as "commentCount",
  ${instantText("t.created_at")} as "createdAt", ${instantText("t.status_since")} as "statusSince", t.version`;

/** Tables that `TASK_COLUMNS` needs besides the tasks `t`. */
export const TASK_TABLES = `
  join objects o on o.id = t.object_id
  cross join lateral (select ${TODAY} as today) d`;
