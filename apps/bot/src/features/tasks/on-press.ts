import { changeTaskStatus, decideReschedule, undoTaskMove } from "@stsphera/core";
import type { TaskAction, TaskCard, TaskStatus } from "@stsphera/contracts";
import type { TaskCommand } from "@stsphera/telegram";
import type { BotKey } from "../../locales/i18n.ts";
import type { Turn } from "../../engine/turn.ts";
import { newTaskDialogue, type TaskStep } from "./dialogue.ts";
import { loadTask } from "./load-task.ts";
import { taskMessage } from "./messages/task-card.ts";
import { showConflict, showTask, tried } from "./refused.ts";
import { showDialogue } from "./show-dialogue.ts";

/** Buttons that open a dialogue. */
const DIALOGUES = {
  decline: "decline",
  submit: "submit",
  postpone: "postpone",
  block: "block",
  return: "return",
  ask: "ask",
  assign: "assign",
  edit: "edit",
  cancel: "cancel",
  reopen: "reopen",
  keep: "keep",
} as const satisfies Record<string, TaskStep>;

/** Buttons that move the task at once. */
const MOVES = {
  take: "in_progress",
  accept: "done",
  unblock: "in_progress",
} as const satisfies Record<string, TaskStatus>;

const opensDialogue = (action: string): action is keyof typeof DIALOGUES => Object.hasOwn(DIALOGUES, action);
const isMove = (action: string): action is keyof typeof MOVES => Object.hasOwn(MOVES, action);

/** True when the button shows another state than the one that stands. */
function isStale(task: TaskCard, command: TaskCommand): boolean {
  if (!("requestId" in command)) return task.version !== command.version;
  const asked = task.reschedules.find(({ id }) => id === command.requestId);
  return asked === undefined || asked.status !== "open" || asked.version !== command.version;
}

/** Whether the dialogue may lead anywhere for this person; the verb judges again at its end. */
function mayBegin(task: TaskCard, step: TaskStep): boolean {
  const { actions, request } = task.can;
  const opening: Partial<Record<TaskStep, readonly TaskAction[]>> = {
    decline: ["decline"],
    submit: ["submit"],
    block: ["block"],
    return: ["return"],
    assign: ["assign", "reassign"],
    cancel: ["cancel"],
    reopen: ["reopen"],
    postpone: ["postpone", "edit"],
    edit: ["edit"],
    ask: ["comment"],
  };
  if (step === "keep") return request !== null;
  return (opening[step] ?? []).some((action) => actions.includes(action));
}

/** Why a dialogue does not begin: one request for a day waits at a time, and a card may not know of it. */
const whyNot = (task: TaskCard, step: TaskStep): BotKey =>
  step === "postpone" && task.reschedules.some(({ status }) => status === "open")
    ? "task.refusal.asked_before"
    : "error.forbidden.title_plain";

async function begin(turn: Turn, task: TaskCard, command: TaskCommand, step: TaskStep): Promise<void> {
  if (!mayBegin(task, step)) {
    turn.toast(turn.t(whyNot(task, step)));
    return showTask(turn, taskMessage(turn, task), task.id);
  }
  const { id: taskId, objectId, version, title } = task;
  const request = "requestId" in command ? { id: command.requestId, version: command.version } : null;
  // Whoever may set the day himself does not ask for it.
  const own = step === "postpone" && !task.can.actions.includes("postpone") ? "edit_deadline" : step;
  const d = newTaskDialogue(turn, { taskId, objectId, version, title }, own, { request });
  return showDialogue(turn, d, task);
}

async function atOnce(turn: Turn, command: TaskCommand): Promise<void> {
  const { taskId } = command;
  const done = await tried(turn, taskId, () => run(turn, command));
  if (!done) return;
  turn.toast(turn.t(`task.done.${command.action as keyof typeof MOVES | "agree" | "undo"}`));
  showTask(turn, taskMessage(turn, await loadTask(turn, taskId)), taskId);
}

function run(turn: Turn, command: TaskCommand): Promise<unknown> {
  const { taskId, version, action } = command;
  if ("requestId" in command) {
    return decideReschedule.run(turn.context(), { requestId: command.requestId, version, to: "approved" });
  }
  if (isMove(action)) return changeTaskStatus.run(turn.context(), { taskId, version, to: MOVES[action] });
  return undoTaskMove.run(turn.context(), { taskId });
}

/** A button of a task's card, whoever sent the card: a list, a notification or the card itself. */
export async function onTaskPress(turn: Turn, command: TaskCommand): Promise<void> {
  const task = await loadTask(turn, command.taskId);
  if (command.action === "open") return showTask(turn, taskMessage(turn, task), task.id);
  if (isStale(task, command)) return showConflict(turn, task);
  if (opensDialogue(command.action)) return begin(turn, task, command, DIALOGUES[command.action]);
  return atOnce(turn, command);
}
