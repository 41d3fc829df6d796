import type { Turn } from "../../shared/turn.ts";
import type { TaskDialogue } from "./dialogue.ts";
import { loadTask, objectOf } from "./load-task.ts";
import { showDialogue } from "./show-dialogue.ts";

/** Goes on to the reason for another day; a day that cannot be asked for is refused before it is given. */
export async function askForDay(turn: Turn, d: TaskDialogue, day: string): Promise<void> {
  const { today } = await objectOf(turn, d);
  if (day <= today) return turn.tell(turn.t("task.refusal.later"));
  const task = await loadTask(turn, d.taskId);
  if (day === task.deadline) return turn.tell(turn.t("task.refusal.same_day"));
  return showDialogue(turn, { ...d, step: "postpone_words", day }, task);
}
