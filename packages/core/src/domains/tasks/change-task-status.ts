import { transitionCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockTask } from "./load-task.ts";
import { assertBlocker, assertEvidence, assertNewAssignee } from "./task-guards.ts";
import { taskLifecycle } from "./task-lifecycle.ts";
import { attachTaskFiles } from "./task-files.ts";

/** Makes a move of a task. */
export const changeTaskStatus = transitionCommand(taskLifecycle, {
  name: "task.change_status",
  id: "taskId",
  load: lockTask,
  assertOpen: ({ object }) => assertObjectOpen(object),
  prepare: async (tx, { ctx, loaded: { task }, input }) => {
    const filesAdded = await attachTaskFiles(tx, ctx, task, input.fileIds);
    return filesAdded.length === 0 ? {} : { filesAdded };
  },
  guards: {
    assign: (tx, { loaded: { task }, input }) => assertNewAssignee(tx, task, input.assigneeId),
    reassign: (tx, { loaded: { task }, input }) => assertNewAssignee(tx, task, input.assigneeId),
    block: (tx, { loaded: { task }, input }) => assertBlocker(tx, task, input.blocker),
    submit: (tx, { ctx, loaded: { task } }) => assertEvidence(tx, ctx, task),
  },
});
