import type { TaskButton } from "@stsphera/core/cards";
import type { TaskCard } from "@stsphera/contracts";
import type { CardCommand } from "@stsphera/telegram";
import type { BotKey } from "../../locales/i18n.ts";
import { conclude, openForm } from "../../engine/forms/move-on.ts";
import type { Turn } from "../../engine/turn.ts";
import { loadTask } from "./load-task.ts";
import { taskCardKey, taskMessage } from "./messages/task-card.ts";
import { conflictMessage } from "./refused.ts";
import { actionOf, actionsOf, type TaskFormName } from "./task-actions.ts";
import { taskForms } from "./task-forms.ts";

/** A request for a date is the part that a decision names. */
type TaskPress = CardCommand<TaskButton>;

/** True when the button shows another state than the one that stands. */
function isStale(task: TaskCard, { partId, version }: TaskPress): boolean {
  if (partId === undefined) return task.version !== version;
  const asked = task.reschedules.find(({ id }) => id === partId);
  return asked === undefined || asked.status !== "open" || asked.version !== version;
}

/** Why a form does not begin: one request for a day waits at a time, and a card may not know of it. */
const whyNot = (task: TaskCard, name: TaskFormName): BotKey =>
  name === "postpone" && task.reschedules.some(({ status }) => status === "open")
    ? "task.refusal.asked_before"
    : "error.forbidden.title_plain";

/** The form that a button means: one who may set a day does not ask for it. */
function meant(task: TaskCard, action: Exclude<TaskButton, "open">) {
  const allowed = actionsOf(task);
  const form = actionOf(task, action);
  const sets = form === "postpone" && !allowed.has("postpone") && allowed.has("edit");
  return sets ? ({ form: "edit", step: "deadline" } as const) : { form };
}

const showTask = (turn: Turn, task: TaskCard, message = taskMessage(turn, task)): void =>
  conclude(turn, { id: turn.requestId, card: taskCardKey(task.id) }, message, false);

/** The verbs judge moves at once; what asks something first begins only where it may lead anywhere. */
const JUDGED_LATER: readonly string[] = ["take", "accept", "unblock", "approve", "undo"];

/** A button of a task's card, whoever sent the card: a list, a notification or the card itself. */
export async function onTaskPress(turn: Turn, command: TaskPress): Promise<void> {
  const task = await loadTask(turn, command.id);
  if (command.action === "open") return showTask(turn, task);
  if (isStale(task, command)) {
    turn.toast(turn.t("error.conflict.title"));
    return showTask(turn, task, conflictMessage(turn, task));
  }
  const start = meant(task, command.action);
  if (!JUDGED_LATER.includes(start.form) && !actionsOf(task).has(start.form)) {
    turn.toast(turn.t(whyNot(task, start.form)));
    return showTask(turn, task);
  }
  const { id: taskId, objectId, version, title } = task;
  const { partId } = command;
  const request = partId === undefined ? null : { id: partId, version: command.version };
  const subject = { taskId, objectId, version, title, request };
  return openForm(taskForms, turn, { ...start, subject, card: taskCardKey(taskId) });
}
