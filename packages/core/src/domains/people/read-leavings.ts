import type { OpenWork } from "@stsphera/contracts";
import type { Tx } from "../../kernel/index.ts";
import { sql } from "drizzle-orm";

/** SQL of what a user leaves behind: open tasks by object, objects without a manager, departments without a head. */
export const openWorkJson = (userId: string): string => `json_build_object(
    'openTasks', (select count(*)::int from tasks t where t.assignee_id = ${userId}
       and t.status not in ('done', 'cancelled')),
    'tasksOn', (select coalesce(json_agg(json_build_object('object', json_build_object('id', o.id, 'name', o.name),
         'count', k.count) order by o.name, o.id), '[]')
       from (select t.object_id, count(*)::int as count from tasks t where t.assignee_id = ${userId}
         and t.status not in ('done', 'cancelled') group by t.object_id) k join objects o on o.id = k.object_id),
    'objectsWithoutManager', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id), '[]')
       from object_roles mine join objects o on o.id = mine.object_id
       where mine.user_id = ${userId} and mine.role = 'project_manager' and o.status not in ('closed', 'archived')
         and not exists (
           select from object_roles other join users heir on heir.id = other.user_id and heir.status = 'active'
             and heir.role <> 'viewer'
           where other.object_id = o.id and other.role = 'project_manager' and other.user_id <> ${userId})),
    'headOf', (select coalesce(json_agg(h.department order by h.department), '[]')
       from department_heads h where h.user_id = ${userId}))`;

/** What a deactivated user leaves behind. */
export async function readOpenWork(tx: Tx, userId: number): Promise<OpenWork> {
  const [row] = await tx.execute<{ work: OpenWork }>(
    sql`select ${sql.raw(openWorkJson("x.id"))} as work from (select ${userId}::int as id) x`,
  );
  if (row === undefined) throw new Error("nothing was counted");
  return row.work;
}
