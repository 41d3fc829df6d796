import type { DomainError } from "@stsphera/core";
import { momentText, stateText } from "@stsphera/core/cards";
import type { TaskCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { card, type RenderedMessage } from "@stsphera/telegram";
import type { BotKey } from "../../locales/i18n.ts";
import type { Asked } from "../../engine/forms/form-feature.ts";
import type { FormState } from "../../engine/forms/form-state.ts";
import { conclude } from "../../engine/forms/move-on.ts";
import type { Turn } from "../../engine/turn.ts";
import { loadTask } from "./load-task.ts";
import { taskMessage, viewOf } from "./messages/task-card.ts";
import { actionsOf } from "./task-actions.ts";
import type { TaskSubject } from "./task-subject.ts";

/** Who was quicker and with what, above the card as it stands now. */
export function conflictMessage(turn: Turn, task: TaskCard): RenderedMessage {
  const { t } = turn;
  const [move] = task.moves;
  const what =
    move === undefined
      ? t("error.conflict.text")
      : t("task.conflict", {
          who: shortName(move.by.fullName),
          at: momentText(move.at, viewOf(turn)),
          what: stateText(task, turn).toLocaleLowerCase(),
        });
  const fresh = taskMessage(turn, task);
  return { text: `${card(t("error.conflict.title"), [what])}\n\n${fresh.text}`, buttons: fresh.buttons };
}

/** Refusals of the verbs that have words of their own. */
const SENTENCES: Readonly<Record<string, BotKey>> = {
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
};

type At = Asked<TaskSubject, TaskCard>;

/** Photos that were gathered are not lost to a change by others: the task is shown as it is, and may be handed in. */
function handsInAnew({ state, subject }: At, task: TaskCard): FormState | null {
  const keeps = state.form === "submit" && state.photos.length > 0 && actionsOf(task).has("submit");
  if (!keeps) return null;
  const { version, title } = task;
  return { ...state, subject: { ...subject, version, title } };
}

/**
 * What others did meanwhile and a missing right are told with the fresh card; what cannot be written as it is leaves the
 * question where it stands.
 */
export async function refusedTask(at: At, { code, details }: DomainError): Promise<boolean | FormState> {
  const { turn, state, subject } = at;
  const { t } = turn;
  const words = SENTENCES[details.sentence ?? ""];
  if (code === "validation_failed") {
    turn.tell(t(words ?? "error.not_as_it_is"));
    return true;
  }
  if (!["version_conflict", "invalid_transition", "conflict", "forbidden"].includes(code)) return false;
  const task = await loadTask(turn, subject.taskId);
  if (code === "version_conflict") {
    turn.toast(t("error.conflict.title"));
    const again = handsInAnew(at, task);
    if (again === null) conclude(turn, state, conflictMessage(turn, task), false);
    return again ?? true;
  }
  if (code === "invalid_transition")
    turn.tell(t("task.not_now", { state: stateText(task, turn).toLocaleLowerCase() }));
  else turn.tell(t(code === "forbidden" ? "error.forbidden.title_plain" : (words ?? "error.conflict.title")));
  conclude(turn, state, taskMessage(turn, task), false);
  return true;
}
