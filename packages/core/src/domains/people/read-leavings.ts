import type { OpenWork } from "@stsphera/contracts";
import type { Tx } from "../../kernel/index.ts";
import { sql } from "drizzle-orm";

/** What a deactivated user leaves behind: open tasks, objects without a manager, departments without a head. */
export async function readOpenWork(tx: Tx, userId: number): Promise<OpenWork> {
  const [row] = await tx.execute<OpenWork & Record<string, unknown>>(sql`
    select
      (select count(*)::int from tasks t where t.assignee_id = ${userId}
         and t.status not in ('done', 'cancelled')) as "openTasks",
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id), '[]')
         from object_roles mine join objects o on o.id = mine.object_id
         where mine.user_id = ${userId} and mine.role = 'project_manager' and o.status not in ('closed', 'archived')
           and not exists (
             select from object_roles other join users u on u.id = other.user_id and u.status = 'active'
               and u.role <> 'viewer'
             where other.object_id = o.id and other.role = 'project_manager' and other.user_id <> ${userId}
           )) as "objectsWithoutManager",
      (select coalesce(json_agg(h.department order by h.department), '[]')
         from department_heads h where h.user_id = ${userId}) as "headOf"`);
  if (row === undefined) throw new Error("nothing was counted");
  return row;
}
