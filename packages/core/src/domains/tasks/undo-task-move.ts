import { schema } from "@stsphera/db";
import { and, count, eq, gte } from "drizzle-orm";
import { undoCommand } from "../../kernel/index.ts";
import { closeOpenRequest, reopenRequest } from "./close-open-request.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockTask } from "./load-task.ts";
import { assertRestorable } from "./task-guards.ts";
import { taskLifecycle } from "./task-lifecycle.ts";
import { isFinished } from "./task-workflow.ts";

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
  restores: (tx, { ctx, loaded: { task }, before }) => assertRestorable(tx, ctx, { task, before }),
  reverse: async (tx, { ctx, loaded: { task }, after, kept }) => {
    const leavesHands = after.assigneeId !== task.assigneeId || isFinished(after.status);
    const closed = leavesHands ? await closeOpenRequest(tx, ctx, task) : null;
    const requestId = kept["closedRequestId"];
    const reopened = typeof requestId === "number" ? await reopenRequest(tx, after, requestId) : null;
    return [closed, reopened].filter((change) => change !== null);
  },
  // Users whom the task leaves see it on the card they have.
  payload: (before, after) => ({
    title: after.title,
    from: before.status,
    to: after.status,
    ...(before.blockerUserId === after.blockerUserId ? {} : { blockerUserId: before.blockerUserId }),
    ...(before.assigneeId === after.assigneeId ? {} : { previousAssigneeId: before.assigneeId }),
  }),
});
