import type { Locale, TaskStatus } from "@stsphera/contracts/vocabulary";
import type { Button } from "../buttons.ts";
import { translator } from "../i18n.ts";
import { packTask, type RescheduleActionName, type TaskActionName } from "./task-command-data.ts";

type Action = TaskActionName | RescheduleActionName;
type Rows = readonly (readonly Action[])[];

/** What decides the buttons under a task. */
export type TaskButtons = {
  readonly taskId: number;
  readonly version: number;
  readonly status: TaskStatus;
  /** What the reader may do; a button that is not among them is left out. */
  readonly actions: readonly TaskActionName[];
  /** A request for a date that the reader decides. */
  readonly request: { readonly id: number; readonly version: number } | null;
};

const REQUEST: Rows = [["agree", "keep"], ["open"]];

/** The buttons of each state, in rows, as far as the reader may press them. */
const BY_STATUS: Readonly<Record<TaskStatus, Rows>> = {
  new: [["assign"], ["edit", "cancel"]],
  assigned: [
    ["take", "decline"],
    ["ask", "open"],
  ],
  in_progress: [
    ["submit", "postpone"],
    ["block", "open"],
  ],
  review: [["accept", "return"], ["open"]],
  blocked: [["unblock", "ask"], ["open"]],
  done: [["open"]],
  cancelled: [["open"]],
};

/** The rows of buttons under a task, each with the version that the card shows. */
export function taskButtons(task: TaskButtons, locale: Locale): Button[][] {
  const t = translator(locale);
  const { taskId, version, request } = task;
  const press = (action: Action): Button => {
    const caption = action === "ask" && task.status === "blocked" ? "escalate" : action;
    const data =
      action === "agree" || action === "keep"
        ? packTask({ action, taskId, requestId: request?.id ?? 0, version: request?.version ?? 0 })
        : packTask({ action, taskId, version });
    return { kind: "callback", text: t(`task.button.${caption}`), data };
  };
  const allowed: readonly Action[] = [...task.actions, ...(request === null ? [] : (REQUEST[0] ?? []))];
  const rows = request === null ? BY_STATUS[task.status] : REQUEST;
  return rows
    .map((row) => row.filter((action) => allowed.includes(action)).map(press))
    .filter((row) => row.length > 0);
}
