import type { TaskCard } from "@stsphera/contracts";
import { showStep } from "../../engine/steps.ts";
import type { Turn } from "../../engine/turn.ts";
import type { TaskDialogue } from "./dialogue.ts";
import { loadTask, membersFor, objectOf } from "./load-task.ts";
import {
  dayMessage,
  declineMessage,
  editMessage,
  submitMessage,
  whoMessage,
  wordsMessage,
} from "./messages/step-cards.ts";

/** Shows the question a dialogue has come to. */
export async function showDialogue(turn: Turn, d: TaskDialogue, known?: TaskCard): Promise<void> {
  switch (d.step) {
    case "decline":
      return showStep(turn, d, declineMessage(turn, d));
    case "submit":
      return showStep(turn, d, submitMessage(turn, d, known ?? (await loadTask(turn, d.taskId))));
    case "postpone":
    case "edit_deadline":
      return showStep(turn, d, dayMessage(turn, d, (await objectOf(turn, d)).today));
    case "block_who":
      return showStep(turn, d, whoMessage(turn, d, await membersFor(turn, d, turn.person().id)));
    case "assign": {
      const task = known ?? (await loadTask(turn, d.taskId));
      return showStep(turn, d, whoMessage(turn, d, await membersFor(turn, d, task.assignee?.id ?? null)));
    }
    case "edit":
      return showStep(turn, d, editMessage(turn, d, known ?? (await loadTask(turn, d.taskId))));
    default:
      return showStep(turn, d, wordsMessage(turn, d));
  }
}
