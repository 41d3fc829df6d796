import type { TaskMove, TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { defineLifecycle, makerOf, type Step, wordsOf } from "../../kernel/index.ts";
import { closeOpenRequest } from "./close-open-request.ts";
import { currentTask, type LoadedTask, type TaskRow } from "./load-task.ts";
import { taskPayload } from "./task-events.ts";
import { countEvidence } from "./task-files.ts";
import { taskCase, taskDecisions, taskWorkflow } from "./task-workflow.ts";

const NOT_BLOCKED = { blockedReason: null, blockerUserId: null, blockerTaskId: null, blockedAt: null };

type TaskStep = Step<LoadedTask, TaskMove>;

/** The moves of tasks: the columns they write and what they bring about. */
export const taskLifecycle = defineLifecycle({
  entity: "task",
  workflow: taskWorkflow,
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
  columns: (step, to) => ({
    ...NOT_BLOCKED,
    ...COLUMNS[step.move](step),
    status: to,
    statusSince: step.ctx.now,
  }),
  effects: async (tx, { ctx, loaded: { task }, after }) => {
    if (after.status === "review") return { payload: { photos: await countEvidence(tx, ctx, task) } };
    const closed = LEFT_HANDS.includes(after.status) ? await closeOpenRequest(tx, ctx, task) : null;
    return closed === null ? {} : { changes: [closed], kept: { closedRequestId: closed.entityId } };
  },
  payload: taskPayload,
  current: currentTask,
  decisionsOf: (task) => taskDecisions(task),
});

/** Who has nothing more to do with a task has no request for its deadline either. */
const LEFT_HANDS: readonly TaskStatus[] = ["new", "assigned", "done", "cancelled"];

/** What each move writes besides the state. */
const COLUMNS: Readonly<Record<TaskMove, (step: TaskStep) => Partial<TaskRow>>> = {
  assign: assigned,
  reassign: assigned,
  take: inProgress,
  decline: () => ({ assigneeId: null, assignedAt: null, acceptedAt: null }),
  submit: ({ ctx }) => ({ submittedAt: ctx.now }),
  accept: ({ ctx }) => ({ completedAt: ctx.now }),
  return: inProgress,
  block: blocked,
  unblock: inProgress,
  cancel: () => ({}),
  reopen: inProgress,
};

function assigned({ ctx, input }: TaskStep): Partial<TaskRow> {
  return { assigneeId: input["assigneeId"] as number, assignedAt: ctx.now, acceptedAt: null };
}

/** The assignee has taken the task when he starts it himself, from wherever it stood. */
function inProgress(step: TaskStep): Partial<TaskRow> {
  const { ctx, move, loaded } = step;
  const { acceptedAt, assigneeId } = loaded.task;
  const taken = move === "take" || (move === "unblock" && makerOf(step) === assigneeId);
  return { submittedAt: null, completedAt: null, acceptedAt: acceptedAt ?? (taken ? ctx.now : null) };
}

function blocked({ ctx, input }: TaskStep): Partial<TaskRow> {
  const blocker = input["blocker"] as { userId: number } | { taskId: number };
  return {
    blockedReason: wordsOf(input),
    blockedAt: ctx.now,
    ...("userId" in blocker ? { blockerUserId: blocker.userId } : { blockerTaskId: blocker.taskId }),
  };
}
