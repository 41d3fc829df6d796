import type { Database } from "@stsphera/db";

export type TaskOf = { objectId: number; entityId: number; actorId: number; assigneeId: number };
type Event = TaskOf & { type: "task.assigned" };

/** Tasks that wait to be taken, of as many assignees and objects as possible. */
export const openTasks = (db: Database, count: number): Promise<TaskOf[]> =>
  db.read<TaskOf>(
    `select object_id as "objectId", id as "entityId", creator_id as "actorId", assignee_id as "assigneeId" from (
       select t.*, row_number() over (partition by t.assignee_id order by t.id) as turn from tasks t
       where t.status in ('assigned', 'in_progress') and t.assignee_id <> t.creator_id) x
     order by turn, md5(id::text) limit $1::int`,
    [count],
  );

/** Puts events into the outbox as commands do. */
export async function insertEvents(db: Database, events: readonly Event[]): Promise<void> {
  await db.sql`
    insert into outbox (command_id, type, object_id, entity_type, entity_id, actor_id, payload, created_at)
    select gen_random_uuid(), w.type, w."objectId", 'task', w."entityId", w."actorId",
      jsonb_build_object('assigneeId', w."assigneeId", 'previousAssigneeId', null), now()
    from jsonb_to_recordset((${JSON.stringify(events)}::text)::jsonb) as w (type text, "objectId" int, "entityId" int,
      "actorId" int, "assigneeId" int)`;
}

/** A fact entered today on each object in turn. */
export async function insertFacts(db: Database, count: number, today: string): Promise<void> {
  await db.sql`
    with sites as (
      select o.id, row_number() over (order by o.id) as place, count(*) over () as number,
        (select r.user_id from object_roles r where r.object_id = o.id and r.role = 'construction_itr' limit 1) as foreman
      from objects o where o.status = 'active')
    insert into outbox (command_id, type, object_id, entity_type, entity_id, actor_id, payload, created_at)
    select gen_random_uuid(), 'fact.entered', s.id, 'fact', 1, s.foreman, jsonb_build_object('date', ${today}::text), now()
    from generate_series(1, ${count}) n join sites s on s.place = n % s.number + 1 order by n`;
}
