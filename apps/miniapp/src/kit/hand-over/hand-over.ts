import type { TaskSummary } from "@stsphera/contracts";
import { act, get, newKey } from "../../shared/api/request.ts";

/** States in which a task can be given to somebody else. */
const ASSIGNABLE: ReadonlySet<string> = new Set(["new", "assigned", "in_progress"]);
const AT_ONCE = 100;

/** All open tasks of a person on an object. */
export async function openTasksOf(objectId: number, userId: number): Promise<TaskSummary[]> {
  const tasks: TaskSummary[] = [];
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({
      assignee: String(userId),
      state: "open",
      limit: "100",
    });
    if (cursor !== null) query.set("cursor", cursor);
    const { items, nextCursor } = await get(`/api/objects/${objectId}/tasks?${query}`, (c) => c.taskPage);
    tasks.push(...items);
    cursor = nextCursor;
  } while (cursor !== null);
  return tasks;
}

export const isMovable = ({ status }: Pick<TaskSummary, "status">): boolean => ASSIGNABLE.has(status);

/** Gives tasks to another person, as many at once as the server takes. */
export async function giveTasks(
  objectId: number,
  tasks: readonly TaskSummary[],
  to: { readonly assigneeId: number; readonly reason: string },
): Promise<void> {
  for (let from = 0; from < tasks.length; from += AT_ONCE) {
    const part = tasks.slice(from, from + AT_ONCE).map(({ id, version }) => ({ id, version }));
    await act("POST", `/api/objects/${objectId}/tasks/assign`, {
      body: { tasks: part, ...to },
      key: newKey(),
    });
  }
}

/** Gives tasks that were handed over back, as far as the other person has them still and they can be moved. */
export async function giveTasksBack(
  objectId: number,
  tasks: readonly TaskSummary[],
  { from, to, reason }: { readonly from: number; readonly to: number; readonly reason: string },
): Promise<void> {
  const given = new Set(tasks.map(({ id }) => id));
  const theirs = await openTasksOf(objectId, from);
  const movable = theirs.filter((task) => given.has(task.id) && isMovable(task));
  await giveTasks(objectId, movable, { assigneeId: to, reason });
}
