import type { Sql } from "@stsphera/db";
import { TODAY } from "../world/world.ts";

type Entry = {
  id: number;
  date: string;
  kind: string;
  status: string;
  authorId: number;
  authorRole: string;
  undone: boolean;
};
type Waiting = { entries: number; toConfirm: number };

/**
 * Number of today's entries and of those waiting for the user's confirmation, counted from all rows. Nothing is
 * confirmed on finished objects.
 */
export async function slowToday(sql: Sql, objectId: number, personId: number | null): Promise<Waiting> {
  const entries = await sql<Entry[]>`
    select e.id, e.date::text as date, e.kind, e.status, e.author_id as "authorId", u.role as "authorRole",
      e.id in (select reverses_id from daily_plan_fact where reverses_id is not null and object_id = ${objectId}) as undone
    from daily_plan_fact e join users u on u.id = e.author_id
    where e.object_id = ${objectId} and e.kind = 'work'`;
  const live = entries.filter(({ undone }) => !undone);
  const roles = await sql<{ role: string }[]>`
    select role from object_roles r join objects o on o.id = r.object_id and o.status not in ('closed', 'archived')
    where object_id = ${objectId} and user_id = ${personId}`;
  const holds = (role: string) => roles.some((held) => held.role === role);
  // The manager and ПТО engineers confirm all entries except their own, a foreman those of installers.
  const all = holds("project_manager") || holds("pto");
  const own = live.filter(({ status, authorId, authorRole }) => {
    const reached = all || (holds("construction_itr") && authorRole === "installer");
    return status === "submitted" && authorId !== personId && reached;
  });
  return { entries: live.filter(({ date }) => date === TODAY).length, toConfirm: own.length };
}
