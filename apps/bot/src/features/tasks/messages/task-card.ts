import type { TaskCard } from "@stsphera/contracts";
import type { Button, RenderedMessage } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import type { Turn } from "../../../engine/turn.ts";
import { wayBack } from "../../../engine/way-back.ts";
import { actionsOf, packAction, type TaskFormName } from "../task-actions.ts";
import { taskText } from "./task-text.ts";

/** Buttons of which two stand in a row. */
const PAIR = 18;

/** The buttons in rows, as far as the person may press them; those of the assignee are offered to no other. */
const ROWS: readonly (readonly TaskFormName[])[] = [
  ["take", "decline"],
  ["submit", "postpone"],
  ["block", "undo"],
  ["approve", "refuse"],
  ["accept", "return"],
  ["unblock"],
  ["reopen"],
  ["assign", "reassign"],
  ["edit", "cancel"],
  ["comment"],
];
const TO_TAKE: readonly TaskFormName[] = ["take", "decline"];
/** Offered once the task is taken. */
const IN_WORK: readonly TaskFormName[] = ["submit", "postpone", "block"];

const button = (turn: Turn, task: TaskCard, name: TaskFormName): Button =>
  press(
    turn.t(name === "reassign" ? "task.button.assign_another" : `task.button.${name}`),
    packAction(task, name),
    PAIR,
  );

/** A task with everything the person may do with it now. */
export function taskMessage(turn: Turn, task: TaskCard): RenderedMessage {
  const allowed = actionsOf(task);
  const mine = task.assignee?.id === turn.person().id;
  const offered = (name: TaskFormName): boolean =>
    allowed.has(name) &&
    !(IN_WORK.includes(name) && allowed.has("take")) &&
    ([...TO_TAKE, ...IN_WORK].includes(name) ? mine : !(mine && name === "reassign"));
  return {
    text: taskText(turn, task),
    buttons: [
      ...ROWS.map((row) => row.filter(offered).map((name) => button(turn, task, name))),
      wayBack(turn, "task", task.id),
    ],
  };
}
