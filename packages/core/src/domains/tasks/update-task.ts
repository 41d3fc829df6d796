import { id, updateTaskInput } from "@stsphera/contracts";
import { z } from "zod";
import {
  assertVersion,
  command,
  DomainError,
  forbidden,
  invalidField,
  writeDecisions,
} from "../../kernel/index.ts";
import { closeOpenRequest } from "./close-open-request.ts";
import { assertObjectOpen, todayOn } from "../objects/index.ts";
import { assertDeadline, currentTask, lockTask, subjectOf, type TaskRow, writeTask } from "./load-task.ts";
import { replaceChecklist } from "./task-checklist.ts";
import { recordDeadline } from "./task-deadline.ts";
import { taskLifecycle } from "./task-lifecycle.ts";
import { canForTask, isFinished, rightOver, taskDecisions } from "./task-workflow.ts";

const input = z.strictObject({ taskId: id, ...updateTaskInput.shape });
const COLUMNS = ["title", "text", "priority", "department", "deadline", "requiredPhotos"] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Changes a task's fields. The creator or the project manager may, until it is finished; a new deadline closes the
 * open request.
 */
export const updateTask = command({
  name: "task.update",
  permissions: ["task.reschedule"],
  input,
  load: (tx, ctx, { taskId }) => lockTask(tx, ctx, taskId),
  authorize: (ctx, { task, object }, asked) => {
    if (!canForTask(ctx.actor, "task.reschedule", task)) throw forbidden("task.reschedule");
    assertVersion(task, asked.version, currentTask(task));
    assertObjectOpen(object);
    if (isFinished(task.status)) throw new DomainError("conflict", { sentence: "task_finished" });
    if (asked.deadline !== task.deadline) assertDeadline(asked.deadline, todayOn(ctx, object));
    if (asked.checklist === undefined && COLUMNS.every((column) => asked[column] === undefined))
      throw invalidField("", "nothing_to_change");
  },
  execute: async (tx, { ctx, input: asked, target: { task, object } }) => {
    const changed = COLUMNS.filter((column) => asked[column] !== undefined && asked[column] !== task[column]);
    const after = await writeTask(tx, task, only(changed, asked));
    const moved = changed.includes("deadline");
    if (moved) await recordDeadline(tx, ctx, task.id, { deadline: after.deadline });
    const closed = moved ? await closeOpenRequest(tx, ctx, task, "system:deadline_set") : null;
    if (moved) await writeDecisions(tx, subjectOf(task), taskDecisions(after));
    const { checklist } = asked;
    const lines = checklist === undefined ? null : await replaceChecklist(tx, task.id, checklist);
    return {
      result: taskLifecycle.stateOf(ctx, after, { task: after, object }),
      changes: [
        {
          ...subjectOf(task),
          right: rightOver(ctx.actor, "task.reschedule", task),
          before: { ...only(changed, task), ...(lines === null ? {} : { checklist: lines }) },
          after: { ...only(changed, after), ...(lines === null ? {} : { checklist }) },
        },
        ...(closed === null ? [] : [closed]),
      ],
      events: [
        {
          ...subjectOf(task),
          type: "task.changed",
          payload: { title: after.title, fields: [...changed, ...(lines === null ? [] : ["checklist"])] },
        },
      ],
    };
  },
});

/** The named columns of the input or the row. */
function only(columns: readonly Column[], from: z.output<typeof input> | TaskRow): Partial<TaskRow> {
  return Object.fromEntries(columns.map((column) => [column, from[column]]));
}
