import type { TaskSummary } from "@stsphera/contracts";
import { can, type UserActor } from "@stsphera/rbac";
import type { Context, Day } from "../../kernel/index.ts";
import { TASK_COLUMNS, TASK_TABLES } from "./task-sql.ts";

const MOST = 100;

/** $1 instant · $2 who is away, as JSON rows: person · objects where somebody stands in for them · $3 day */
const STATEMENT = `
  select ${TASK_COLUMNS}
  from jsonb_to_recordset(($2::text)::jsonb) as w (person int, objects int[])
  join tasks t on t.assignee_id = w.person and t.object_id = any (w.objects)
    and t.status in ('assigned', 'in_progress') and t.deadline <= $3::date
  ${TASK_TABLES}
  order by t.deadline, t.id limit ${MOST}`;

/** Open tasks, due by a day or late, of those whom the actor stands in for today, on the objects lent to them. */
export async function readTasksOfAbsent(
  { db, now }: Pick<Context, "db" | "now">,
  actor: UserActor,
  until: Day,
): Promise<TaskSummary[]> {
  const absent = (actor.deputyFor ?? []).map(({ principalId, objectRoles }) => ({
    person: principalId,
    objects: Object.keys(objectRoles)
      .map(Number)
      .filter((objectId) => can(actor, "task.view", { objectId })),
  }));
  if (absent.every(({ objects }) => objects.length === 0)) return [];
  return db.read<TaskSummary>(STATEMENT, [now.toISOString(), JSON.stringify(absent), until]);
}
