import type { UserActor } from "@stsphera/rbac";
import type { World } from "../world.ts";
import { DOZENS, MANY } from "./many.ts";
import type { ThingsOf } from "./verbs-of.ts";

/** Inserts tasks of every kind, many of them the reader's, and a long history of one of them, directly by SQL. */
export async function growTasks(
  { db: { sql }, now }: World,
  grown: { objectId: number; taskId: number; reader: UserActor; foreman: UserActor },
): Promise<void> {
  const { objectId, taskId, reader, foreman } = grown;
  await sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, deadline, created_at, assigned_at, status_since)
    select ${objectId}::int, 'Задача ' || n, (array['assigned', 'review', 'in_progress'])[1 + n % 3], ${foreman.id}::int,
      case when n % 3 = 0 then ${reader.id}::int else ${foreman.id}::int end, '2026-09-01'::date + n % 30, ${now}, ${now},
      ${now} from generate_series(1, ${MANY}::int) n`;
  await sql`
    insert into reschedule_requests (task_id, object_id, requested_by, to_day, reason, created_at)
    select id, object_id, assignee_id, '2026-12-01', 'не успеваем', ${now} from tasks
    where object_id = ${objectId}::int and status = 'in_progress' and assignee_id = ${foreman.id}::int`;
  await sql`
    insert into task_comments (task_id, author_id, text, mentions, created_at)
    select ${taskId}::int, ${foreman.id}::int, 'Слово ' || n, array[${reader.id}::int], ${now}
    from generate_series(1, ${MANY}::int) n`;
  await sql`
    insert into entity_moves (entity_type, entity_id, move, "from", "to", by_id, at, before)
    select 'task', ${taskId}::int, 'take', 'assigned', 'in_progress', ${foreman.id}::int, ${now}, '{"version":1}'
    from generate_series(1, ${DOZENS}::int)`;
  await sql`
    insert into task_deadlines (task_id, deadline, set_by, set_at)
    select ${taskId}::int, '2026-09-01'::date + n, ${foreman.id}::int, ${now} from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into task_checklist_items (task_id, text, sort)
    select ${taskId}::int, 'Пункт ' || n, n from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, deadline, created_at, assigned_at, accepted_at,
      completed_at, status_since)
    select ${objectId}::int, 'Готово ' || n, 'done', ${reader.id}::int, ${reader.id}::int, '2026-09-10', ${now}, ${now},
      ${now}, ${now}, ${now} from generate_series(1, ${MANY}::int) n`;
}

/** A task of the author with a checklist item and a deadline request. */
export async function taskThingsOn({
  world,
  author,
  objectId,
}: ThingsOf): Promise<Readonly<Record<string, number>>> {
  const first = async (text: string) => {
    const [row] = await world.db.read<{ id: number }>(text, [objectId, author.id, world.now.toISOString()]);
    if (row === undefined) throw new Error("a row was not written");
    return row.id;
  };
  return {
    assigneeId: author.id,
    taskId: await first(`
      insert into tasks (object_id, title, status, creator_id, assignee_id, created_at, assigned_at, status_since)
      values ($1, 'Чужая задача', 'in_progress', $2, $2, $3, $3, $3) returning id`),
    itemId: await first(`
      insert into task_checklist_items (task_id, text, sort)
      select id, 'Чужая строка', 0 from tasks where object_id = $1 and creator_id = $2 and created_at <= $3
      returning id`),
    requestId: await first(`
      insert into reschedule_requests (task_id, object_id, requested_by, to_day, reason, created_at)
      select id, $1, $2, '2026-09-25', 'привезут позже', $3 from tasks where object_id = $1 returning id`),
  };
}
