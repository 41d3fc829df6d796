import { schema } from "@stsphera/db";
import { and, count, eq, gte } from "drizzle-orm";
import { undoCommand } from "../../kernel/index.ts";
import { reopenRequest } from "./close-open-request.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockTask } from "./load-task.ts";
import { taskLifecycle } from "./task-lifecycle.ts";

const { taskChecklistItems: items } = schema;

/** Undoes the actor's own newest move of a task within ten minutes, while nothing was done on top of it. */
export const undoTaskMove = undoCommand(taskLifecycle, {
  name: "task.undo",
  id: "taskId",
  event: "task.move_undone",
  load: lockTask,
  assertOpen: ({ object }) => assertObjectOpen(object),
  // Ticking an item does not change the task's version.
  isBuiltOn: async (tx, { task }, move) => {
    const [row] = await tx
      .select({ ticks: count() })
      .from(items)
      .where(and(eq(items.taskId, task.id), gte(items.doneAt, move.at)));
    return (row?.ticks ?? 0) > 0;
  },
  reverse: async (tx, { loaded: { task }, kept }) => {
    const requestId = kept["closedRequestId"];
    return typeof requestId === "number" ? [await reopenRequest(tx, task, requestId)] : [];
  },
  payload: (before, after) => ({ title: after.title, from: before.status, to: after.status }),
});
