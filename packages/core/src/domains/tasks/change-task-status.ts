import { transitionCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockTask } from "./load-task.ts";
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
});
