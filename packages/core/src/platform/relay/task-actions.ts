import type { UserActor } from "@stsphera/rbac";
import type { TaskActionName } from "@stsphera/telegram";
import {
  allowedTaskMoves,
  canForTask,
  mayAskReschedule,
  mayDecideReschedule,
  mayEditTask,
} from "../../domains/tasks/index.ts";
import { isChangeable } from "../../domains/objects/index.ts";
import type { ToldTask } from "./read-task.ts";

/**
 * What a person may do with a task in his own right: the buttons that his card has. Of an object that is over there is
 * nothing left but to look and to talk.
 */
export function taskActions(actor: UserActor, task: ToldTask, now: Date): TaskActionName[] {
  const { status } = task;
  const ask = canForTask(actor, "task.comment", task);
  if (!isChangeable(task.objectStatus)) return ask ? ["open", "ask"] : ["open"];
  const moves = allowedTaskMoves(actor, task, now);
  const assigned = actor.id === task.assigneeId;
  const resumes = moves.includes("in_progress");
  const may: Readonly<Record<TaskActionName, boolean>> = {
    open: true,
    take: status === "assigned" && resumes,
    decline: moves.includes("new"),
    submit: moves.includes("review"),
    accept: moves.includes("done"),
    return: status === "review" && resumes,
    ask,
    postpone: task.request === null && mayAskReschedule(actor, task),
    block: assigned && moves.includes("blocked"),
    unblock: status === "blocked" && resumes,
    undo: false,
    assign: moves.includes("assigned"),
    edit: mayEditTask(actor, task),
    cancel: moves.includes("cancelled"),
    reopen: status === "done" && resumes,
  };
  return (Object.keys(may) as TaskActionName[]).filter((action) => may[action]);
}

/** The request for a date that the person decides, if one waits. */
export function requestToDecide(actor: UserActor, task: ToldTask): { id: number; version: number } | null {
  const { request } = task;
  if (request === null || !isChangeable(task.objectStatus)) return null;
  if (!mayDecideReschedule(actor, task, request.requestedBy)) return null;
  return { id: request.id, version: request.version };
}
