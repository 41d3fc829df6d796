import type { RescheduleMove, TaskAction, TaskCard } from "@stsphera/contracts";
import { packTask, type TaskCommand } from "@stsphera/telegram";

export type TaskFormName = TaskAction | RescheduleMove;

/** What the person may do with a task now, a decision on a request for a day among it. */
export const actionsOf = ({ can }: TaskCard): ReadonlySet<TaskFormName> =>
  new Set([...can.actions, ...(can.request?.actions ?? [])]);

/** Actions whose buttons have another name in chats; a task goes on to another by the same button as to the first. */
const BUTTONS = { reassign: "assign", comment: "ask" } as const;
const DECISIONS = { approve: "agree", refuse: "keep" } as const;

const isDecision = (name: TaskFormName): name is RescheduleMove => Object.hasOwn(DECISIONS, name);

/** Callback data of an action's button. */
export function packAction({ id: taskId, version, can }: TaskCard, name: TaskFormName): string {
  if (isDecision(name)) {
    const { id: requestId, version: asked } = can.request ?? { id: 0, version: 0 };
    return packTask({ action: DECISIONS[name], taskId, requestId, version: asked });
  }
  const action = name === "reassign" || name === "comment" ? BUTTONS[name] : name;
  return packTask({ action, taskId, version });
}

/** The action that a button means for the task as it stands. */
export function actionOf(task: TaskCard, action: Exclude<TaskCommand["action"], "open">): TaskFormName {
  switch (action) {
    case "ask":
      return "comment";
    case "agree":
      return "approve";
    case "keep":
      return "refuse";
    case "assign":
      return task.status === "new" ? "assign" : "reassign";
    default:
      return action;
  }
}
