import { taskCard, type TaskView } from "@stsphera/core/cards";
import type { TaskCard } from "@stsphera/contracts";
import type { RenderedMessage } from "@stsphera/telegram";
import { personsToday } from "../../../engine/days.ts";
import type { Turn } from "../../../engine/turn.ts";
import { wayBack } from "../../../engine/way-back.ts";
import { wordsOf } from "../../../engine/words.ts";

/** Name of a task's living card in a chat: notifications edit the same one. */
export const taskCardKey = taskCard.key;

/** A task for the person of the turn, where no object says which day it is. */
export function viewOf(turn: Turn): TaskView {
  const { locale, timeZone } = wordsOf(turn);
  return { readerId: turn.person().id, locale, timeZone, now: turn.now, today: personsToday(turn) };
}

/** A task with everything the person may do with it now. */
export function taskMessage(turn: Turn, task: TaskCard): RenderedMessage {
  const { text, buttons } = taskCard.draw(task, viewOf(turn));
  return { text, buttons: [...buttons, wayBack(turn, "task", task.id)] };
}
