import type { ObjectStatus, RescheduleMove, TaskAction } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { allowedMoves } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import { mayAskReschedule, mayComment, mayDecideReschedule } from "./reschedule-workflow.ts";
import { canForTask, isFinished, type JudgedTask, taskCase, taskWorkflow } from "./task-workflow.ts";

/** The open deadline request, as far as it affects the allowed actions. */
export type OpenRequest = { id: number; version: number; requestedBy: number };

/** What determines the allowed actions on a task, besides the actor. */
export type TaskStanding = {
  task: JudgedTask;
  objectStatus: ObjectStatus;
  request: OpenRequest | null;
  /** Whether the actor may undo their newest move now. */
  undoable?: boolean;
};

/**
 * The actor's allowed actions on a task, by the names that buttons carry. On a closed object only commenting remains.
 */
export function taskActions(actor: Actor, standing: TaskStanding, now: Date): TaskAction[] {
  const { task, objectStatus, request, undoable = false } = standing;
  const comment: TaskAction[] = mayComment(actor, task) ? ["comment"] : [];
  if (!isChangeable(objectStatus)) return comment;
  const edit = !isFinished(task.status) && canForTask(actor, "task.reschedule", task);
  return [
    ...allowedMoves(taskWorkflow, actor, taskCase(task), now),
    ...comment,
    ...(edit ? (["edit"] as const) : []),
    ...(request === null && mayAskReschedule(actor, task) ? (["postpone"] as const) : []),
    ...(undoable ? (["undo"] as const) : []),
  ];
}

/** The request the actor may decide, with the version the decision must name; null when there is none. */
export function requestToDecide(
  actor: Actor,
  { task, objectStatus, request }: TaskStanding,
): { id: number; version: number; actions: RescheduleMove[] } | null {
  if (request === null || !isChangeable(objectStatus)) return null;
  if (!mayDecideReschedule(actor, task, request.requestedBy)) return null;
  return { id: request.id, version: request.version, actions: ["approve", "refuse"] };
}
