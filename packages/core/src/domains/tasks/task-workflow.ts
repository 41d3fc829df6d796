import type { TaskMove, TaskStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can, type Permission, type Relation } from "@stsphera/rbac";
import { type Case, type Decision, defineWorkflow, notDoer, only, relationsOf } from "../../kernel/index.ts";

export const REOPEN_DAYS = 30;

/** The part of a task that rights are judged by. */
export type JudgedTask = {
  objectId: number;
  status: TaskStatus;
  creatorId: number;
  assigneeId: number | null;
  blockerUserId: number | null;
  /** Completion instant; needed where a reopen button must disappear after 30 days. */
  completedAt?: Date | string | null;
};

export type TaskCase = Case<TaskStatus> & { readonly completedAt: Date | string | null };

/**
 * A task as its moves are judged. The blocker is the user it waits for; a task for oneself has no doer, so that its
 * creator may judge it.
 */
export const taskCase = (task: JudgedTask): TaskCase => ({
  objectId: task.objectId,
  state: task.status,
  ties: {
    creator: task.creatorId,
    assignee: task.assigneeId,
    blocker: task.status === "blocked" ? task.blockerUserId : null,
  },
  doers: doersOf(task),
  completedAt: task.completedAt ?? null,
});

const doersOf = ({ creatorId, assigneeId }: Pick<JudgedTask, "creatorId" | "assigneeId">): number[] =>
  assigneeId === null || assigneeId === creatorId ? [] : [assigneeId];

/** True while a finished task may still be reopened. */
function doneLately({ completedAt }: TaskCase, now: Date): boolean {
  if (completedAt === null) return false;
  return now.getTime() <= new Date(completedAt).getTime() + REOPEN_DAYS * 86_400_000;
}

const undo = { minutes: 10 };
const assignee = only<TaskCase>("assignee", "assignee_only");
const judge = notDoer<TaskCase>("not_own_work");

/** Every move of a task; nothing else compares its status. */
export const taskWorkflow = defineWorkflow<TaskCase, TaskStatus>()<TaskMove>({
  assign: { from: ["new"], to: "assigned", permission: "task.assign", event: "task.assigned", undo },
  reassign: {
    from: ["assigned", "in_progress"],
    to: "assigned",
    permission: "task.assign",
    event: "task.assigned",
    undo,
  },
  take: {
    from: ["assigned"],
    to: "in_progress",
    permission: "task.execute",
    actorRule: assignee,
    event: "task.status_changed",
    undo,
  },
  decline: {
    from: ["assigned"],
    to: "new",
    permission: "task.execute",
    actorRule: assignee,
    event: "task.declined",
    undo,
  },
  submit: {
    from: ["in_progress"],
    to: "review",
    permission: "task.execute",
    actorRule: assignee,
    event: "task.submitted",
    undo,
  },
  accept: {
    from: ["review"],
    to: "done",
    permission: "task.approve",
    actorRule: judge,
    event: "task.status_changed",
    undo,
  },
  return: {
    from: ["review"],
    to: "in_progress",
    permission: "task.approve",
    actorRule: judge,
    event: "task.returned",
    undo,
  },
  block: {
    from: ["assigned", "in_progress"],
    to: "blocked",
    permission: "task.block",
    event: "task.blocked",
    undo,
  },
  unblock: {
    from: ["blocked"],
    to: "in_progress",
    permission: "task.block",
    event: "task.status_changed",
    undo,
  },
  cancel: {
    from: ["new", "assigned", "in_progress", "review", "blocked"],
    to: "cancelled",
    permission: "task.cancel",
    event: "task.status_changed",
    undo,
  },
  reopen: {
    from: ["done"],
    to: "in_progress",
    permission: "task.reopen",
    open: { sentence: "reopen_time_over", holds: doneLately },
    event: "task.status_changed",
    undo,
  },
});

/** The actor's relations to the task. */
export const relationsToTask = (actor: Actor, task: JudgedTask): readonly Relation[] =>
  relationsOf(actor, taskCase(task));

/** Whether the actor holds a permission for this task, by role or by relation. */
export function canForTask(actor: Actor, permission: Permission, task: JudgedTask): boolean {
  return can(actor, permission, { objectId: task.objectId, relations: relationsToTask(actor, task) });
}

/** The right used for a change other than a move, for the audit log. */
export const rightOver = (actor: Actor, permission: Permission, task: JudgedTask) => ({
  permission,
  relations: relationsToTask(actor, task),
});

const FINISHED: readonly TaskStatus[] = ["done", "cancelled"];

export const isFinished = (status: TaskStatus): boolean => FINISHED.includes(status);

const IN_HAND: readonly TaskStatus[] = ["assigned", "in_progress", "blocked"];

/** Whether the assignee has the task to work on. */
export const isInHand = (status: TaskStatus): boolean => IN_HAND.includes(status);

/**
 * The decisions that wait for a task in this state: taking by the assignee, help by who is named as the blocker, judging
 * by its judges and its creator.
 */
export function taskDecisions(
  task: JudgedTask & { deadline: string | null; statusSince: Date },
): readonly Decision[] {
  const at = { dueOn: task.deadline, since: task.statusSince };
  if (task.status === "assigned" && task.assigneeId !== null) {
    const holder = { holderId: task.assigneeId, relation: "assignee" as const, companyWide: true };
    return [{ kind: "task_to_take", permission: "task.execute", ...holder, ...at }];
  }
  if (task.status === "blocked" && task.blockerUserId !== null) {
    const holder = { holderId: task.blockerUserId, relation: "blocker" as const, companyWide: true };
    return [{ kind: "task_to_unblock", permission: "task.block", ...holder, ...at }];
  }
  if (task.status !== "review") return [];
  const judged = {
    kind: "task_to_judge",
    permission: "task.approve",
    exceptUserIds: doersOf(task),
    ...at,
  } as const;
  return [judged, { ...judged, holderId: task.creatorId, relation: "creator", companyWide: true }];
}
