import { id, listTasksQuery, type TaskPage } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  allOf,
  type Asked,
  type Context,
  forbidden,
  notFound,
  personOf,
  query,
  textHas,
} from "../../kernel/index.ts";
import { readTaskPage } from "./task-list.ts";

type Filters = Omit<z.output<typeof listTasksQuery>, "limit" | "cursor">;

const picks = (ctx: Context, objectId: number, filters: Filters) => (asked: Asked) => {
  const { status, assignee, creator, department, priority, search } = filters;
  const me = () => asked(personOf(ctx).id, "integer");
  const found = () => textHas("concat_ws(' ', t.title, t.text)", asked(search, "text"));
  return allOf(
    `t.object_id = ${asked(objectId, "integer")}`,
    status !== undefined && `t.status = ${asked(status, "text")}`,
    assignee === "none" && "t.assignee_id is null",
    assignee === "me" && `t.assignee_id = ${me()}`,
    typeof assignee === "number" && `t.assignee_id = ${asked(assignee, "integer")}`,
    creator === "me" && `t.creator_id = ${me()}`,
    department !== undefined && `t.department = ${asked(department, "text")}`,
    priority !== undefined && `t.priority = ${asked(priority, "text")}`,
    search !== undefined && search !== "" && found(),
  );
};

/**
 * The tasks of an object, page by page: by deadline, those without one last, or the newest first. `week` is today and the
 * six days after it; what is overdue is open.
 */
export const listTasks = query({
  name: "task.list",
  permissions: ["task.view"],
  input: z.strictObject({ objectId: id, ...listTasksQuery.shape }),
  read: async (ctx, { objectId, limit, cursor, ...filters }): Promise<TaskPage> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "task.view", { objectId })) throw forbidden("task.view");
    const { state, sort, due } = filters;
    return readTaskPage(ctx, {
      where: picks(ctx, objectId, filters),
      state,
      sort,
      due,
      limit,
      cursor,
      filters: { objectId, ...filters },
    });
  },
});
