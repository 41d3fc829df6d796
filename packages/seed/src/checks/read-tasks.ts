import type { Database } from "@stsphera/db";
import type { EXPECTED_TASKS } from "./expected.ts";

const inState = (status: string) => `select count(*) from own where status = '${status}'`;

const VALUES: Readonly<Record<keyof typeof EXPECTED_TASKS, string>> = {
  tasks: "select count(*) from own",
  "tasks new": inState("new"),
  "tasks assigned": inState("assigned"),
  "tasks in progress": inState("in_progress"),
  "tasks in review": inState("review"),
  "tasks blocked": inState("blocked"),
  "tasks done": inState("done"),
  "tasks cancelled": inState("cancelled"),
  "tasks due today":
    "select count(*) from own where deadline = $2::date and status not in ('done', 'cancelled')",
  "requests for a date that wait":
    "select count(*) from reschedule_requests r join own on own.id = r.task_id where r.status = 'open'",
  "tasks with a past deadline of their own": `
    select count(*) from (select d.task_id from task_deadlines d join own on own.id = d.task_id
      group by d.task_id having count(*) = 2) x`,
  "comments on tasks": "select count(*) from task_comments c join own on own.id = c.task_id",
  "deputies named": "select count(*) from delegations where ended_at is null",
};

/** Counts of tasks of an object and its team, by name. */
export async function readTasks(
  db: Database,
  objectId: number,
  today: string,
): Promise<Readonly<Record<string, string>>> {
  const columns = Object.entries(VALUES).map(([name, value]) => `(${value})::text as "${name}"`);
  const [row] = await db.read<Record<string, string>>(
    `with own as (select * from tasks where object_id = $1) select ${columns.join(", ")}`,
    [objectId, today],
  );
  if (row === undefined) throw new Error("no tasks were counted");
  return row;
}
