import { listMyTasksQuery, type TaskPage } from "@stsphera/contracts";
import { personOf, query } from "../kernel/index.ts";
import { readTaskPage, taskListTexts } from "./task-list.ts";
import { reachOver } from "./task-reach.ts";

/** Person · whether he sees the tasks of every object · objects whose tasks he sees */
const tied = (tie: string) =>
  taskListTexts(
    (p) => `${tie} = $${p}::int
      and ($${p + 1}::boolean or t.object_id = any (array(select unnest($${p + 2}::int[]))))`,
  );
const TEXTS = {
  assignee: tied("t.assignee_id"),
  creator: tied("t.creator_id"),
  blocker: tied("t.status = 'blocked' and t.blocker_user_id"),
} as const;

/** One's own tasks across objects, the most urgent first: given to one, given by one, or waiting for one. */
export const listMyTasks = query({
  name: "task.mine",
  permissions: ["task.view"],
  input: listMyTasksQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<TaskPage> => {
    const { everywhere, objectIds } = reachOver(ctx.actor, "task.view");
    const { state, due, role } = filters;
    return readTaskPage(ctx, {
      texts: TEXTS[role],
      params: [personOf(ctx).id, everywhere, objectIds],
      state,
      sort: "deadline",
      due,
      limit,
      cursor,
      filters,
    });
  },
});
