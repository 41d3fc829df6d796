import type { UserActor } from "@stsphera/rbac";
import type { World } from "../world.ts";

const MANY = 500;
const DOZENS = 60;

/** Tasks of every kind on the object and in the reader's hands, and a long history of one of them, straight in SQL. */
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
}
