import {
  changeTaskStatus,
  commentTask,
  decideReschedule,
  recordTelegramFiles,
  requestReschedule,
  updateTask,
} from "@stsphera/core";
import type { TaskPriority, TaskStatus } from "@stsphera/contracts";
import type { BotKey } from "../../locales/i18n.ts";
import { endSteps } from "../../engine/steps.ts";
import type { Turn } from "../../engine/turn.ts";
import type { TaskDialogue } from "./dialogue.ts";
import { loadTask } from "./load-task.ts";
import { taskMessage } from "./messages/task-card.ts";
import { tried } from "./refused.ts";

/** Runs the one change a dialogue led to; its card becomes the task as it stands then. */
async function finish(
  turn: Turn,
  d: TaskDialogue,
  done: string,
  work: () => Promise<unknown>,
): Promise<void> {
  if (!(await tried(turn, d.taskId, work))) return;
  turn.toast(done);
  endSteps(turn, d, taskMessage(turn, await loadTask(turn, d.taskId)));
}

type Move = {
  reason?: string;
  assigneeId?: number;
  blocker?: { userId: number };
  fileIds?: number[];
};

/** What a toast says of a move. */
const DONE: Partial<Record<TaskDialogue["step"], BotKey>> = {
  decline: "task.done.decline",
  decline_words: "task.done.decline",
  submit: "task.done.submit",
  block_who: "task.done.block",
  return: "task.done.return",
  assign: "task.done.assign",
  assign_words: "task.done.assign",
  cancel: "task.done.cancel",
  reopen: "task.done.reopen",
};

/** A move of the state machine with what the dialogue gathered for it. */
export function finishMove(turn: Turn, d: TaskDialogue, to: TaskStatus, move: Move): Promise<void> {
  const { taskId, version } = d;
  return finish(turn, d, turn.t(DONE[d.step] ?? "task.done.edit"), () =>
    changeTaskStatus.run(turn.context(`tg:task:${d.id}`), { taskId, version, to, ...move }),
  );
}

/** Photos of the dialogue are written down first, so that they can be tied to the task. */
async function recorded(turn: Turn, d: TaskDialogue): Promise<number[]> {
  if (d.photos.length === 0) return [];
  const { fileIds } = await recordTelegramFiles.run(
    turn.context(`tg:task-files:${d.id}:${d.photos.length}`),
    {
      objectId: d.objectId,
      files: d.photos,
    },
  );
  return fileIds;
}

export async function finishSubmit(turn: Turn, d: TaskDialogue): Promise<void> {
  return finishMove(turn, d, "review", { fileIds: await recorded(turn, d) });
}

export async function finishComment(turn: Turn, d: TaskDialogue, text: string): Promise<void> {
  const fileIds = await recorded(turn, d);
  return finish(turn, d, turn.t("task.done.ask"), () =>
    commentTask.run(turn.context(`tg:task:${d.id}`), { taskId: d.taskId, text, fileIds }),
  );
}

/** «Назначить другого»: a task in somebody's hands goes over with a reason. */
export function finishAssign(
  turn: Turn,
  d: TaskDialogue,
  assigneeId: number,
  reason?: string,
): Promise<void> {
  return finishMove(turn, d, "assigned", { assigneeId, ...(reason === undefined ? {} : { reason }) });
}

export function finishPostpone(turn: Turn, d: TaskDialogue, deadline: string, reason: string): Promise<void> {
  return finish(turn, d, turn.t("task.done.postpone"), () =>
    requestReschedule.run(turn.context(`tg:task:${d.id}`), { taskId: d.taskId, deadline, reason }),
  );
}

export function finishKeep(turn: Turn, d: TaskDialogue, reason: string): Promise<void> {
  const { request } = d;
  if (request === null) throw new Error("a decision without a request");
  return finish(turn, d, turn.t("task.done.keep"), () =>
    decideReschedule.run(turn.context(`tg:task:${d.id}`), {
      requestId: request.id,
      version: request.version,
      to: "refused",
      reason,
    }),
  );
}

type Changes = {
  title?: string;
  text?: string | null;
  deadline?: string | null;
  priority?: TaskPriority;
};

export function finishEdit(turn: Turn, d: TaskDialogue, changes: Changes): Promise<void> {
  return finish(turn, d, turn.t("task.done.edit"), () =>
    updateTask.run(turn.context(`tg:task:${d.id}`), { taskId: d.taskId, version: d.version, ...changes }),
  );
}
