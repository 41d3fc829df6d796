import type { TaskStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can, onBehalfOf, type Permission, type Relation } from "@stsphera/rbac";

/** What must hold before a move is taken. */
export type TaskGuard = "assignee_named" | "blocker_named" | "evidence" | "done_lately";

/** Who in particular takes the move: the assignee alone, or anybody but him unless he set the task himself. */
export type TaskPerson = "assignee" | "not_assignee";

export type TaskMove = {
  from: readonly TaskStatus[];
  to: TaskStatus;
  permission: Permission;
  reason: boolean;
  person?: TaskPerson;
  guard?: TaskGuard;
};

/** Every move of a task; nothing else compares its status. */
export const TASK_MOVES: readonly TaskMove[] = [
  { from: ["new"], to: "assigned", permission: "task.assign", reason: false, guard: "assignee_named" },
  {
    from: ["assigned", "in_progress"],
    to: "assigned",
    permission: "task.assign",
    reason: true,
    guard: "assignee_named",
  },
  { from: ["assigned"], to: "in_progress", permission: "task.execute", reason: false, person: "assignee" },
  { from: ["assigned"], to: "new", permission: "task.execute", reason: true, person: "assignee" },
  {
    from: ["in_progress"],
    to: "review",
    permission: "task.execute",
    reason: false,
    person: "assignee",
    guard: "evidence",
  },
  { from: ["review"], to: "done", permission: "task.approve", reason: false, person: "not_assignee" },
  { from: ["review"], to: "in_progress", permission: "task.approve", reason: true, person: "not_assignee" },
  {
    from: ["assigned", "in_progress"],
    to: "blocked",
    permission: "task.block",
    reason: true,
    guard: "blocker_named",
  },
  { from: ["blocked"], to: "in_progress", permission: "task.block", reason: false },
  {
    from: ["new", "assigned", "in_progress", "review", "blocked"],
    to: "cancelled",
    permission: "task.cancel",
    reason: true,
  },
  { from: ["done"], to: "in_progress", permission: "task.reopen", reason: true, guard: "done_lately" },
];

/** As much of a task as rights are judged by. */
export type JudgedTask = {
  objectId: number;
  status: TaskStatus;
  creatorId: number;
  assigneeId: number | null;
  blockerUserId: number | null;
  /** An instant; told where a button to reopen must not outlive its 30 days. */
  completedAt?: Date | string | null;
};

export const REOPEN_DAYS = 30;
export const TASK_UNDO_MINUTES = 10;

/** The move from one status to another, if there is one. */
export function taskMove(from: TaskStatus, to: TaskStatus): TaskMove | undefined {
  return TASK_MOVES.find((move) => move.from.includes(from) && move.to === to);
}

/** What the asker is to the task. The blocker is the person it waits for now. */
export function relationsToTask(actor: Actor, task: JudgedTask): readonly Relation[] {
  if (actor.kind !== "user") return [];
  const ties: readonly (readonly [Relation, number | null])[] = [
    ["creator", task.creatorId],
    ["assignee", task.assigneeId],
    ["blocker", task.status === "blocked" ? task.blockerUserId : null],
  ];
  return ties.filter(([, userId]) => userId === actor.id).map(([relation]) => relation);
}

/** Whether the asker holds a permission for this very task, by role or by what he is to it. */
export function canForTask(actor: Actor, permission: Permission, task: JudgedTask): boolean {
  return can(actor, permission, { objectId: task.objectId, relations: relationsToTask(actor, task) });
}

/** The right a change of the task was made by, as the audit log asks for it. */
export function rightTo(
  actor: Actor,
  permission: Permission,
  task: JudgedTask,
): { permission: Permission; relations: readonly Relation[] } {
  return { permission, relations: relationsToTask(actor, task) };
}

/** Whose place the asker takes by the right he holds for this very task; null in his own. */
const standsInFor = (actor: Actor, permission: Permission, task: JudgedTask): number | null =>
  onBehalfOf(actor, permission, { objectId: task.objectId, relations: relationsToTask(actor, task) });

/** Whether he is the one the move is for; this binds an admin too, and whoever stands in for the assignee. */
export function isRightPerson(actor: Actor, task: JudgedTask, move: TaskMove): boolean {
  const assigned = actor.kind === "user" && actor.id === task.assigneeId;
  if (move.person === "assignee") return assigned;
  if (move.person !== "not_assignee" || task.creatorId === task.assigneeId) return true;
  return (
    !assigned && (task.assigneeId === null || standsInFor(actor, move.permission, task) !== task.assigneeId)
  );
}

/** Whether the asker may take the move in his own right, were its guard to hold. */
export function mayMoveTask(actor: Actor, task: JudgedTask, move: TaskMove): boolean {
  return canForTask(actor, move.permission, task) && isRightPerson(actor, task, move);
}

/** True while a finished task may still be taken up again. */
export function doneLately(completedAt: Date | string | null | undefined, now: Date): boolean {
  if (completedAt === null || completedAt === undefined) return false;
  return now.getTime() <= new Date(completedAt).getTime() + REOPEN_DAYS * 86_400_000;
}

/** Where the asker may take the task in his own right; with `now`, without what its 30 days have closed. */
export function allowedTaskMoves(actor: Actor, task: JudgedTask, now?: Date): TaskStatus[] {
  return TASK_MOVES.filter(
    (move) =>
      move.from.includes(task.status) &&
      mayMoveTask(actor, task, move) &&
      (move.guard !== "done_lately" || now === undefined || doneLately(task.completedAt, now)),
  ).map((move) => move.to);
}

/** Taking and declining can be undone; every other move has a move back. */
export function isUndoable(move: { from: TaskStatus; to: TaskStatus }): boolean {
  return move.from === "assigned" && (move.to === "in_progress" || move.to === "new");
}

/** True while the one who took or declined may take it back. */
export function withinTaskUndo(at: Date | string, now: Date): boolean {
  return now.getTime() < new Date(at).getTime() + TASK_UNDO_MINUTES * 60_000;
}

const FINISHED: readonly TaskStatus[] = ["done", "cancelled"];
const IN_HAND: readonly TaskStatus[] = ["assigned", "in_progress", "blocked"];

export const isFinished = (status: TaskStatus): boolean => FINISHED.includes(status);

/** Creator and project manager change what a task says while it is not finished. */
export function mayEditTask(actor: Actor, task: JudgedTask): boolean {
  return !isFinished(task.status) && canForTask(actor, "task.reschedule", task);
}

/** The assignee asks for another day while the work is in his hands. */
export function mayAskReschedule(actor: Actor, task: JudgedTask): boolean {
  const assigned = actor.kind === "user" && actor.id === task.assigneeId;
  return assigned && IN_HAND.includes(task.status) && canForTask(actor, "task.execute", task);
}

/** A request is decided by the creator or the project manager, never by who made it nor by his deputy in his place. */
export function mayDecideReschedule(actor: Actor, task: JudgedTask, requestedBy: number): boolean {
  const asked = actor.kind === "user" && actor.id === requestedBy;
  return (
    !asked &&
    canForTask(actor, "task.reschedule", task) &&
    standsInFor(actor, "task.reschedule", task) !== requestedBy
  );
}
