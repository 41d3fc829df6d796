import type { Database } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { dayText } from "../../kernel/index.ts";

/** What an event of a task says besides the task itself. Users by their full names. */
export type TaskEventRow = {
  /** The current day of the object. */
  today: string;
  creatorRole: Role | null;
  /** The blocking user, or the assignee of the blocking task. */
  blockedById: number | null;
  blockedBy: string | null;
  /** Actor of the event; null for a job. */
  actor: string | null;
  /** Whom the actor stood in for. */
  behalf: string | null;
  /** Text of the new comment. */
  comment: string | null;
  /** Comments of the day before the new one, oldest first: of those that came together the card shows the last few. */
  earlier: EarlierComment[];
};

export type EarlierComment = { authorId: number; by: string; text: string };

const MAX_EARLIER = 20;

/** An event of a task: what is asked of it. */
export type AskedTaskEvent = { event: number; task: number; actor: number | null; comment: number | null };

/** $1 instant · $2 events as JSON rows */
const STATEMENT = `
  select w.event, (${dayText("$1::timestamptz")})::text as today,
    coalesce((select r.role from object_roles r where r.object_id = t.object_id and r.user_id = c.id
      order by r.role <> c.role, r.role limit 1), c.role) as "creatorRole",
    b.id as "blockedById", b.full_name as "blockedBy",
    (select u.full_name from users u where u.id = w.actor) as actor,
    (select p.full_name from audit_log a join users p on p.id = a.on_behalf_of
      where a.entity_type = 'task' and a.entity_id = t.id and a.actor_id = w.actor
        and a.command_id = (select e.command_id from outbox e where e.id = w.event) limit 1) as behalf,
    (select x.text from task_comments x where x.id = w.comment and x.task_id = t.id) as comment,
    (select coalesce(json_agg(y order by y.id), '[]') from (
      select x.id, x.author_id as "authorId", u.full_name as by, x.text from task_comments x join users u on u.id = x.author_id
      where x.task_id = t.id and x.id < w.comment and x.created_at > $1::timestamptz - interval '24 hours'
      order by x.id desc limit ${MAX_EARLIER}) y) as earlier
  from jsonb_to_recordset(($2::text)::jsonb) as w (event bigint, task int, actor int, comment int)
  join tasks t on t.id = w.task
  join objects o on o.id = t.object_id
  join users c on c.id = t.creator_id
  left join tasks bt on bt.id = t.blocker_task_id
  left join users b on b.id = coalesce(t.blocker_user_id, bt.assignee_id)`;

/** What events of tasks say, by one statement, by the ids of the events; those of unknown tasks are missing. */
export async function readTaskEvents(
  db: Database,
  now: Date,
  asked: readonly AskedTaskEvent[],
): Promise<Map<number, TaskEventRow>> {
  const rows = await db.read<TaskEventRow & { event: string | number }>(STATEMENT, [
    now.toISOString(),
    JSON.stringify(asked),
  ]);
  return new Map(rows.map(({ event, ...row }) => [Number(event), row]));
}
