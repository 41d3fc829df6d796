import { listMyTasksQuery, type TaskSummary } from "@stsphera/contracts";
import { pagedQuery, personOf, withinReach } from "../../kernel/index.ts";
import { dueText, selectTasks, TASK_SORTS, TASK_STATES } from "./task-list.ts";

const TIES = {
  assignee: (person: string) => `t.assignee_id = ${person}`,
  creator: (person: string) => `t.creator_id = ${person}`,
  blocker: (person: string) => `t.status = 'blocked' and t.blocker_user_id = ${person}`,
} as const;

/** The actor's tasks on all objects, the most urgent first: assigned to, created by, or waiting for the actor. */
export const listMyTasks = pagedQuery({
  name: "task.mine",
  permissions: ["task.view"],
  input: listMyTasksQuery,
  // Everybody may call this: tasks of objects without the right are left out.
  authorize: () => undefined,
  sort: () => TASK_SORTS.deadline,
  select: (asked, ctx) => selectTasks(asked, ctx.now),
  where: (asked, ctx, { role, state, due }) => {
    return [
      TIES[role](asked(personOf(ctx).id, "integer")),
      withinReach(asked, ctx.actor, "task.view", "t.object_id"),
      TASK_STATES[state],
      due !== undefined && dueText(asked, due, ctx.now),
    ];
  },
  present: (_ctx, row: TaskSummary) => row,
});
