import { id, listTasksQuery, type TaskPage } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, personOf, query } from "../kernel/index.ts";
import { readTaskPage, taskListTexts } from "./task-list.ts";

const OF_OBJECT = taskListTexts((p) => `t.object_id = $${p}::int`);

/** Object · status · assignee, or that there is none · creator · department · priority · words */
const PICKED = taskListTexts(
  (p) => `t.object_id = $${p}::int
      and ($${p + 1}::text is null or t.status = $${p + 1})
      and ($${p + 2}::int is null or t.assignee_id = $${p + 2})
      and ($${p + 3}::boolean is null or t.assignee_id is null)
      and ($${p + 4}::int is null or t.creator_id = $${p + 4})
      and ($${p + 5}::text is null or t.department = $${p + 5})
      and ($${p + 6}::text is null or t.priority = $${p + 6})
      and ($${p + 7}::text is null or position(lower($${p + 7} collate "ru-x-icu")
        in lower(concat_ws(' ', t.title, t.text) collate "ru-x-icu")) > 0)`,
);

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
    const { state, sort, due, status, assignee, creator, department, priority, search } = filters;
    const picks = [
      status ?? null,
      typeof assignee === "number" ? assignee : assignee === "me" ? personOf(ctx).id : null,
      assignee === "none" ? true : null,
      creator === "me" ? personOf(ctx).id : null,
      department ?? null,
      priority ?? null,
      search || null,
    ];
    const picked = picks.some((pick) => pick !== null);
    return readTaskPage(ctx, {
      texts: picked ? PICKED : OF_OBJECT,
      params: picked ? [objectId, ...picks] : [objectId],
      state,
      sort,
      due,
      limit,
      cursor,
      filters: { objectId, ...filters },
    });
  },
});
