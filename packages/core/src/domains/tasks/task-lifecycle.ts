import { taskTransitionInput } from "@stsphera/contracts";
import type { TaskMove, TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { defineLifecycle, makerOf, type Step } from "../../kernel/index.ts";
import { closeOpenRequest } from "./close-open-request.ts";
import { currentTask, type LoadedTask, type TaskRow } from "./load-task.ts";
import { taskPayload } from "./task-events.ts";
import { countEvidence } from "./task-files.ts";
import { assertBlocker, assertEvidence, assertNewAssignee } from "./task-guards.ts";
import { taskCase, taskDecisions, taskWorkflow } from "./task-workflow.ts";

const NOT_BLOCKED = { blockedReason: null, blockerUserId: null, blockerTaskId: null, blockedAt: null };

type TaskStep = Pick<Step<LoadedTask, TaskMove>, "ctx" | "loaded">;

/** The moves of tasks: columns written and side effects. */
export const taskLifecycle = defineLifecycle({
  entity: "task",
  workflow: taskWorkflow,
  input: taskTransitionInput,
  table: schema.tasks,
  rowOf: ({ task }: LoadedTask) => task,
  caseOf: (task: TaskRow) => taskCase(task),
  tracked: [
    "status",
    "assigneeId",
    "blockedReason",
    "blockerUserId",
    "blockerTaskId",
    "blockedAt",
    "assignedAt",
    "acceptedAt",
    "submittedAt",
    "completedAt",
    "statusSince",
  ],
  columns: ({ ctx }, to) => ({ ...NOT_BLOCKED, status: to, statusSince: ctx.now }),
  columnsOf: {
    assign: (step) => assigned(step),
    reassign: (step) => assigned(step),
    take: (step) => inProgress(step, true),
    decline: () => ({ assigneeId: null, assignedAt: null, acceptedAt: null }),
    submit: ({ ctx }) => ({ submittedAt: ctx.now }),
    accept: ({ ctx }) => ({ completedAt: ctx.now }),
    return: (step) => inProgress(step),
    block: ({ ctx, input: { blocker, reason } }) => ({
      blockedReason: reason,
      blockedAt: ctx.now,
      ...("userId" in blocker ? { blockerUserId: blocker.userId } : { blockerTaskId: blocker.taskId }),
    }),
    unblock: (step) => inProgress(step, makerOf(step) === step.loaded.task.assigneeId),
    reopen: (step) => inProgress(step),
  },
  guards: {
    assign: (tx, { loaded: { task }, input }) => assertNewAssignee(tx, task, input.assigneeId),
    reassign: (tx, { loaded: { task }, input }) => assertNewAssignee(tx, task, input.assigneeId),
    block: (tx, { loaded: { task }, input }) => assertBlocker(tx, task, input.blocker),
    submit: (tx, { ctx, loaded: { task } }) => assertEvidence(tx, ctx, task),
  },
  effects: async (tx, { ctx, loaded: { task }, after }) => {
    if (after.status === "review") return { payload: { photos: await countEvidence(tx, ctx, task) } };
    const closed = LEFT_HANDS.includes(after.status) ? await closeOpenRequest(tx, ctx, task) : null;
    return closed === null ? {} : { changes: [closed], kept: { closedRequestId: closed.entityId } };
  },
  payload: taskPayload,
  current: currentTask,
  decisionsOf: (task) => taskDecisions(task),
});

/** In these states the assignee no longer has the task, so an open deadline request is closed. */
const LEFT_HANDS: readonly TaskStatus[] = ["new", "assigned", "done", "cancelled"];

const assigned = ({ ctx, input }: TaskStep & { input: { assigneeId: number } }): Partial<TaskRow> => ({
  assigneeId: input.assigneeId,
  assignedAt: ctx.now,
  acceptedAt: null,
});

/** Starting work also marks the task as taken, from whatever state it starts. */
const inProgress = ({ ctx, loaded: { task } }: TaskStep, taken = false): Partial<TaskRow> => ({
  submittedAt: null,
  completedAt: null,
  acceptedAt: task.acceptedAt ?? (taken ? ctx.now : null),
});
