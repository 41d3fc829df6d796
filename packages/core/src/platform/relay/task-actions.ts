import type { TaskAction } from "@stsphera/contracts/vocabulary";
import type { UserActor } from "@stsphera/rbac";
import type { TaskActionName } from "@stsphera/telegram";
import { requestToDecide as decidable, taskActions as actionsOf } from "../../domains/tasks/index.ts";
import type { ToldTask } from "./read-task.ts";

/** The names that buttons carry where they differ from those of the moves. */
const BUTTONS: Partial<Record<TaskAction, TaskActionName>> = { comment: "ask", reassign: "assign" };

/** What a person may do with a task in his own right: the buttons that his card has. */
export function taskActions(actor: UserActor, task: ToldTask, now: Date): TaskActionName[] {
  const { objectStatus, request } = task;
  const actions = actionsOf(actor, { task, objectStatus, request }, now);
  return ["open", ...actions.map((action) => BUTTONS[action] ?? (action as TaskActionName))];
}

/** The request for a date that the person decides, if one waits. */
export const requestToDecide = (actor: UserActor, task: ToldTask) =>
  decidable(actor, { task, objectStatus: task.objectStatus, request: task.request });
