import { whyNotPutOff } from "@stsphera/core";
import type { Turn } from "../../engine/turn.ts";
import type { TaskDialogue } from "./dialogue.ts";
import { loadTask, objectOf } from "./load-task.ts";
import { showDialogue } from "./show-dialogue.ts";

const REFUSALS = {
  deadline_not_later: "task.refusal.later",
  deadline_same: "task.refusal.same_day",
} as const;

/** Goes on to the reason for another day; a day that cannot be asked for is refused before it is given. */
export async function askForDay(turn: Turn, d: TaskDialogue, day: string): Promise<void> {
  const { today } = await objectOf(turn, d);
  const task = await loadTask(turn, d.taskId);
  const reason = whyNotPutOff(day, { today, deadline: task.deadline });
  if (reason !== null) return turn.tell(turn.t(REFUSALS[reason]));
  return showDialogue(turn, { ...d, step: "postpone_words", day }, task);
}
