import type { DowntimeReason, ExtraStage, Party } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { dayText } from "../../kernel/index.ts";

/** What stands between the site and its work: of each kind those that wait longest. */
export type Debts = {
  blocked: { title: string; who: string | null; reason: string | null; since: string }[];
  overdue: { title: string; who: string | null; deadline: string }[];
  extras: { title: string; stage: ExtraStage; orderedBy: string; since: string }[];
  /** Idle man-hours of the last seven days by who answers for them. */
  idle: { party: Party; code: DowntimeReason; manHours: string; since: string }[];
};

/** So many of each kind fit on one page. */
const MOST = 8;

/** $1 object · $2 instant */
const STATEMENT = `
  with o as (select *, ${dayText("$2::timestamptz")} as today from objects o where id = $1)
  select
    coalesce((select json_agg(x) from (
      select t.title, u.full_name as who, t.blocked_reason as reason, (t.blocked_at at time zone o.time_zone)::date::text as since
      from tasks t left join users u on u.id = t.blocker_user_id
      where t.object_id = o.id and t.status = 'blocked' order by t.blocked_at, t.id limit ${MOST}) x), '[]') as blocked,
    coalesce((select json_agg(x) from (
      select t.title, u.full_name as who, t.deadline::text as deadline
      from tasks t left join users u on u.id = t.assignee_id
      where t.object_id = o.id and t.status not in ('done', 'cancelled', 'blocked') and t.deadline < o.today
      order by t.deadline, t.id limit ${MOST}) x), '[]') as overdue,
    coalesce((select json_agg(x) from (
      select e.title, e.stage, e.ordered_by as "orderedBy", (e.stage_since at time zone o.time_zone)::date::text as since
      from extra_works e
      where e.object_id = o.id and e.status <> 'rejected' and e.stage <> 'presented'
      order by e.stage_since, e.id limit ${MOST}) x), '[]') as extras,
    coalesce((select json_agg(x) from (
      select r.party, r.code, trim_scale(sum(c.workers * c.hours))::text as "manHours", min(r.date)::text as since
      from shift_records r join shift_record_crews c on c.record_id = r.id
      where r.object_id = o.id and r.kind = 'downtime' and r.withdrawn_at is null and r.date between o.today - 6 and o.today
      group by r.party, r.code order by sum(c.workers * c.hours) desc limit ${MOST}) x), '[]') as idle
  from o`;

/** Reads who owes the object what, in one statement. */
export async function readDebts(
  { db, now }: { db: Pick<Database, "read">; now: Date },
  objectId: number,
): Promise<Debts> {
  const [row] = await db.read<Debts>(STATEMENT, [objectId, now.toISOString()]);
  if (row === undefined) throw new Error("an object that was just read is gone");
  return row;
}
