import { DomainError } from "@stsphera/core";
import type { TaskCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { card, type RenderedMessage } from "@stsphera/telegram";
import type { BotKey } from "../../locales/i18n.ts";
import type { Turn } from "../../engine/turn.ts";
import { currentTask, taskCardKey } from "./dialogue.ts";
import { endSteps } from "../../engine/steps.ts";
import { loadTask } from "./load-task.ts";
import { taskMessage } from "./messages/task-card.ts";
import { showDialogue } from "./show-dialogue.ts";
import { momentText, stateText } from "./messages/task-text.ts";

/** Who was quicker and with what, above the card as it stands now. */
export function conflictMessage(turn: Turn, task: TaskCard): RenderedMessage {
  const { t } = turn;
  const [move] = task.moves;
  const what =
    move === undefined
      ? t("error.conflict.text")
      : t("task.conflict", {
          who: shortName(move.by.fullName),
          at: momentText(turn, move.at),
          what: stateText(turn, task).toLocaleLowerCase(),
        });
  const fresh = taskMessage(turn, task);
  return { text: `${card(t("error.conflict.title"), [what])}\n\n${fresh.text}`, buttons: fresh.buttons };
}

/** Shows a task on its living card; a dialogue about it is over. */
export function showTask(turn: Turn, message: RenderedMessage, taskId: number): void {
  const d = currentTask(turn);
  if (d !== null && d.taskId === taskId) return endSteps(turn, d, message, false);
  turn.card(taskCardKey(taskId), message, turn.callback === undefined ? "below" : "pressed");
}

/** The task moved on meanwhile: a few words and the card as it is. */
export function showConflict(turn: Turn, task: TaskCard): void {
  turn.toast(turn.t("error.conflict.title"));
  showTask(turn, conflictMessage(turn, task), task.id);
}

/** Refusals of the verbs that have words of their own. */
const SENTENCES = {
  move_undo_time_over: "task.refusal.undo_late",
  nothing_to_undo: "task.refusal.undo_late",
  move_built_upon: "task.refusal.went_on",
  photos_missing: "task.refusal.evidence",
  checklist_open: "task.refusal.evidence",
  checklist_not_now: "task.refusal.checklist",
  deadline_past: "day.past",
  deadline_not_later: "task.refusal.later",
  deadline_same: "task.refusal.same_day",
  reschedule_open: "task.refusal.asked_before",
  reschedule_not_now: "task.refusal.not_in_hand",
  reschedule_day_past: "task.refusal.day_past",
  reopen_time_over: "task.refusal.reopen_late",
  object_is_over: "task.refusal.object_over",
  task_finished: "task.refusal.finished",
  assignee_same: "task.refusal.same_person",
  not_on_object: "task.refusal.person",
  person_not_active: "task.refusal.person",
  viewer_has_no_tasks: "task.refusal.person",
  blocker_is_assignee: "task.refusal.blocker",
} as const satisfies Record<string, BotKey>;

const isKnown = (sentence: string): sentence is keyof typeof SENTENCES => Object.hasOwn(SENTENCES, sentence);

const wordsFor = (turn: Turn, error: DomainError, otherwise: BotKey): string => {
  const sentence = error.details.sentence ?? "";
  return turn.t(isKnown(sentence) ? SENTENCES[sentence] : otherwise);
};

/**
 * Runs what changes a task. What others did meanwhile and a missing right are told with the fresh card; what cannot
 * be written as it is leaves the dialogue where it stands. False when nothing was written.
 */
export async function tried(turn: Turn, taskId: number, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await answerRefusal(turn, taskId, error);
    return false;
  }
}

/** Photos that were gathered are not lost to a change by others: the task is shown as it is, and may be handed in. */
async function handsInAnew(turn: Turn, task: TaskCard): Promise<boolean> {
  const d = currentTask(turn);
  const keeps = d !== null && d.taskId === task.id && d.step === "submit" && d.photos.length > 0;
  if (!keeps || !task.can.actions.includes("submit")) return false;
  turn.toast(turn.t("error.conflict.title"));
  await showDialogue(turn, { ...d, version: task.version, title: task.title }, task);
  return true;
}

async function answerRefusal(turn: Turn, taskId: number, error: DomainError): Promise<void> {
  const { t } = turn;
  switch (error.code) {
    case "version_conflict": {
      const task = await loadTask(turn, taskId);
      return (await handsInAnew(turn, task)) ? undefined : showConflict(turn, task);
    }
    case "invalid_transition": {
      const task = await loadTask(turn, taskId);
      turn.tell(t("task.not_now", { state: stateText(turn, task).toLocaleLowerCase() }));
      return showTask(turn, taskMessage(turn, task), taskId);
    }
    case "conflict": {
      const task = await loadTask(turn, taskId);
      turn.tell(wordsFor(turn, error, "error.conflict.title"));
      return showTask(turn, taskMessage(turn, task), taskId);
    }
    case "forbidden":
      turn.tell(t("error.forbidden.title_plain"));
      return showTask(turn, taskMessage(turn, await loadTask(turn, taskId)), taskId);
    case "validation_failed":
      return turn.tell(wordsFor(turn, error, "task.refusal.other"));
    default:
      throw error;
  }
}
