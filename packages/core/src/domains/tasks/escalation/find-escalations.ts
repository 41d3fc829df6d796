import { type EscalationLevel, ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { sql, type SQL } from "drizzle-orm";
import { addDays, type Day, type Tx } from "../../../kernel/index.ts";
import { readOfficeDays } from "../../calendar/index.ts";
import { SITE_ROLES } from "../../objects/index.ts";

/** Nobody is told of lateness before the working day begins, by the time of the object. */
const OPENS = "08:45";
const DAYS_BACK = 60;
const [FIRST, SECOND, THIRD] = ESCALATION_LEVELS;
/** Working days after the last level within which an outage is made up; what is older stands in lists and digests. */
const OLDEST = THIRD + 10;

/** A late task, with the level it has reached, and how late: in working days of its assignee. */
export type DueEscalation = {
  taskId: number;
  objectId: number;
  deadline: Day;
  level: EscalationLevel;
  lateDays: number;
};

type Asked = { now: Date; officeDays: readonly Day[]; limit: number; only?: readonly number[] };

const listOf = (items: readonly (string | number)[]) => sql.param(`{${items.join(",")}}`);

/**
 * Tasks that have reached a level which nobody was told of. A task is as late as the number of working days after its
 * deadline, through today: of the object for who works on site, of the office for others. Those days are listed once an
 * object, newest first, so that a task is compared with three of them. On a day off nothing becomes due.
 */
const due = ({ now, officeDays, limit, only }: Asked): SQL => sql`
  with here as materialized (
    select o.id,
      case when exists (select from object_workdays w where w.object_id = o.id and w.day = l.today)
        then array(select w.day from object_workdays w where w.object_id = o.id and w.day <= l.today
          order by w.day desc limit ${DAYS_BACK}) end as site,
      case when l.today = any (${listOf(officeDays)}::date[])
        then array(select d.day from unnest(${listOf(officeDays)}::date[]) d(day) where d.day <= l.today
          order by d.day desc) end as office
    from objects o cross join lateral (
      select ${now.toISOString()}::timestamptz at time zone o.time_zone as now) c cross join lateral (
      select (c.now - o.day_cutoff)::date as today) l
    where o.status in ('planning', 'active', 'completing') and c.now::time >= ${OPENS}::time
  )
  select t.id as "taskId", t.object_id as "objectId", t.deadline::text as deadline, r.level,
    (select count(*)::int from unnest(d.days) d(day) where d.day > t.deadline) as "lateDays"
  from here h
  join tasks t on t.object_id = h.id and t.status not in ('done', 'cancelled')
    and t.deadline < greatest(h.site[1], h.office[1])
    and t.deadline >= least(coalesce(h.site[${OLDEST}::int], '-infinity'), coalesce(h.office[${OLDEST}::int], '-infinity'))
  cross join lateral (select case when exists (select from object_roles m where m.object_id = h.id
    and m.user_id = t.assignee_id and m.role = any (${listOf(SITE_ROLES)}::text[])) then h.site else h.office end as days) d
  cross join lateral (select case when t.deadline < d.days[${THIRD}::int] then ${THIRD}::int
    when t.deadline < d.days[${SECOND}::int] then ${SECOND}::int else ${FIRST}::int end as level) r
  where t.status in ('assigned', 'in_progress') and t.deadline < d.days[${FIRST}::int]
    and t.deadline >= coalesce(d.days[${OLDEST}::int], '-infinity')
    and not exists (select from task_escalations e
      where e.task_id = t.id and e.deadline = t.deadline and e.level >= r.level)
    ${only === undefined ? sql`` : sql`and t.id = any (${listOf(only)}::int[])`}
  order by t.id limit ${limit}${only === undefined ? sql`` : sql` for update of t`}`;

const officeDaysBefore = (db: Database, now: Date): Promise<Day[]> => {
  const day = now.toISOString().slice(0, 10);
  return readOfficeDays(db, addDays(day, -DAYS_BACK), addDays(day, 1));
};

/** Tasks to be escalated now, at most `limit`. */
export async function findEscalations(db: Database, now: Date, limit: number): Promise<DueEscalation[]> {
  const officeDays = await officeDaysBefore(db, now);
  return [...(await db.orm.execute<DueEscalation>(due({ now, officeDays, limit })))];
}

/** Those of the tasks that are still to be escalated, locked. */
export async function lockEscalations(
  tx: Tx,
  { db, now }: { db: Database; now: Date },
  taskIds: readonly number[],
): Promise<DueEscalation[]> {
  const officeDays = await officeDaysBefore(db, now);
  const asked = { now, officeDays, limit: taskIds.length, only: taskIds };
  return [...(await tx.execute<DueEscalation>(due(asked)))];
}
