import type { TaskButton } from "@stsphera/core/cards";
import type { RescheduleMove, TaskAction, TaskCard } from "@stsphera/contracts";

export type TaskFormName = TaskAction | RescheduleMove;

/** What the person may do with a task now, a decision on a request for a day among it. */
export const actionsOf = ({ can }: TaskCard): ReadonlySet<TaskFormName> =>
  new Set([...can.actions, ...(can.request?.actions ?? [])]);

/** The action that a button means for the task as it stands: who has it already may have changed since. */
export function actionOf({ status }: TaskCard, button: Exclude<TaskButton, "open">): TaskFormName {
  if (button !== "assign" && button !== "reassign") return button;
  return status === "new" ? "assign" : "reassign";
}
