import { id, listTasksQuery, type TaskSummary } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, pagedQuery, personOf, textHas } from "../../kernel/index.ts";
import { dueText, selectTasks, TASK_SORTS, TASK_STATES } from "./task-list.ts";

/**
 * The tasks of an object, page by page: by deadline, those without one last, or newest first. `week` is today and the
 * next six days; overdue tasks are open ones.
 */
export const listTasks = pagedQuery({
  name: "task.list",
  permissions: ["task.view"],
  input: z.strictObject({ objectId: id, ...listTasksQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "task.view", { objectId })) throw forbidden("task.view");
  },
  sort: ({ sort }) => TASK_SORTS[sort],
  select: (asked, ctx) => selectTasks(asked, ctx.now),
  where: (asked, ctx, { objectId, status, state, due, assignee, creator, department, priority, search }) => {
    const me = () => asked(personOf(ctx).id, "integer");
    const found = () => textHas("concat_ws(' ', t.title, t.text)", asked(search, "text"));
    return [
      `t.object_id = ${asked(objectId, "integer")}`,
      status !== undefined && `t.status = ${asked(status, "text")}`,
      assignee === "none" && "t.assignee_id is null",
      assignee === "me" && `t.assignee_id = ${me()}`,
      typeof assignee === "number" && `t.assignee_id = ${asked(assignee, "integer")}`,
      creator === "me" && `t.creator_id = ${me()}`,
      department !== undefined && `t.department = ${asked(department, "text")}`,
      priority !== undefined && `t.priority = ${asked(priority, "text")}`,
      search !== undefined && search !== "" && found(),
      TASK_STATES[state],
      due !== undefined && dueText(asked, due, ctx.now),
    ];
  },
  present: (_ctx, row: TaskSummary) => row,
});
