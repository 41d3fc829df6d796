import type { ObjectStatus, RescheduleMove, TaskAction } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { allowedMoves } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import { mayAskReschedule, mayComment, mayDecideReschedule } from "./reschedule-workflow.ts";
import { canForTask, isFinished, type JudgedTask, taskCase, taskWorkflow } from "./task-workflow.ts";

/** A request for another date that waits, as far as it decides what may be done. */
export type OpenRequest = { id: number; version: number; requestedBy: number };

/** What of a task decides what may be done with it, besides the actor. */
export type TaskStanding = {
  task: JudgedTask;
  objectStatus: ObjectStatus;
  request: OpenRequest | null;
  /** Whether the actor may take his newest move back now. */
  undoable?: boolean;
};

/** What the actor may do with a task now, by the names that buttons carry. Where an object is over one only talks. */
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

/** The request that the actor decides, with the version a decision has to name; null when none waits for him. */
export function requestToDecide(
  actor: Actor,
  { task, objectStatus, request }: TaskStanding,
): { id: number; version: number; actions: RescheduleMove[] } | null {
  if (request === null || !isChangeable(objectStatus)) return null;
  if (!mayDecideReschedule(actor, task, request.requestedBy)) return null;
  return { id: request.id, version: request.version, actions: ["approve", "refuse"] };
}
