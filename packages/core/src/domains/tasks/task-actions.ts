import type { ObjectStatus, RescheduleMove, TaskAction } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { isChangeable } from "../objects/index.ts";
import { mayAskReschedule, mayComment, mayDecideReschedule } from "./reschedule-workflow.ts";
import { canForTask, isFinished, type JudgedTask } from "./task-workflow.ts";

/** The open deadline request, as far as it affects the allowed actions. */
export type OpenRequest = { id: number; version: number; requestedBy: number };

/** What determines the allowed actions on a task, besides the actor. */
export type TaskStanding = {
  task: JudgedTask;
  objectStatus: ObjectStatus;
  request: OpenRequest | null;
};

/** The actor's allowed actions on a task besides its moves. On a closed object only commenting remains. */
export function taskDeeds(actor: Actor, { task, objectStatus, request }: TaskStanding): TaskAction[] {
  const comment: TaskAction[] = mayComment(actor, task) ? ["comment"] : [];
  if (!isChangeable(objectStatus)) return comment;
  const edit = !isFinished(task.status) && canForTask(actor, "task.reschedule", task);
  return [
    ...comment,
    ...(edit ? (["edit"] as const) : []),
    ...(request === null && mayAskReschedule(actor, task) ? (["postpone"] as const) : []),
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
