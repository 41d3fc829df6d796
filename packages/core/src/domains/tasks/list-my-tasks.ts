import { reachOver } from "@stsphera/rbac";
import { listMyTasksQuery, type TaskPage } from "@stsphera/contracts";
import { allOf, type Asked, personOf, query } from "../../kernel/index.ts";
import { readTaskPage } from "./task-list.ts";

const TIES = {
  assignee: (person: string) => `t.assignee_id = ${person}`,
  creator: (person: string) => `t.creator_id = ${person}`,
  blocker: (person: string) => `t.status = 'blocked' and t.blocker_user_id = ${person}`,
} as const;

/** One's own tasks across objects, the most urgent first: given to one, given by one, or waiting for one. */
export const listMyTasks = query({
  name: "task.mine",
  permissions: ["task.view"],
  input: listMyTasksQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<TaskPage> => {
    const { everywhere, objectIds } = reachOver(ctx.actor, "task.view");
    const { state, due, role } = filters;
    const seen = (asked: Asked) =>
      `t.object_id = any (array(select unnest(${asked(objectIds, "integer[]")})))`;
    return readTaskPage(ctx, {
      where: (asked) => allOf(TIES[role](asked(personOf(ctx).id, "integer")), !everywhere && seen(asked)),
      state,
      sort: "deadline",
      due,
      limit,
      cursor,
      filters,
    });
  },
});
