import type { TaskAction, TaskCard } from "@stsphera/contracts";
import { type Button, packTask, type RenderedMessage, type TaskActionName } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import type { Turn } from "../../../engine/turn.ts";
import { wayBack } from "../../../engine/way-back.ts";
import { taskText } from "./task-text.ts";

/** Buttons of which two stand in a row. */
const PAIR = 18;

type Caption = Exclude<TaskActionName, "open"> | "assign_another";

const button = (turn: Turn, task: TaskCard, action: TaskActionName, caption?: Caption): Button => {
  const data = packTask({ action, taskId: task.id, version: task.version });
  return press(turn.t(`task.button.${caption ?? (action as Caption)}`), data, PAIR);
};

/** The buttons of whoever has the task in hand. */
function handButtons(turn: Turn, task: TaskCard): Button[][] {
  const make = (...actions: TaskActionName[]) => actions.map((action) => button(turn, task, action));
  const undo = task.can.undoUntil === null ? [] : make("undo");
  if (task.assignee?.id !== turn.person().id) return undo.length === 0 ? [] : [undo];
  const day = task.can.actions.includes("postpone") ? make("postpone") : [];
  const block = task.can.actions.includes("block") ? make("block") : [];
  switch (task.status) {
    case "assigned":
      return [make("take", "decline"), [...undo]];
    case "in_progress":
      return [
        [...make("submit"), ...day],
        [...block, ...undo],
      ];
    case "blocked":
      return [day];
    default:
      return [undo];
  }
}

/** The buttons of whoever judges and directs. */
function directButtons(turn: Turn, task: TaskCard): Button[][] {
  const { can, status } = task;
  const may = (...names: TaskAction[]) => names.some((name) => can.actions.includes(name));
  const make = (...actions: TaskActionName[]) => actions.map((action) => button(turn, task, action));
  const mine = task.assignee?.id === turn.person().id;
  const other = status === "new" ? make("assign") : [button(turn, task, "assign", "assign_another")];
  return [
    may("accept") ? make("accept", "return") : [],
    may("unblock") ? make("unblock") : [],
    may("reopen") ? make("reopen") : [],
    may("assign", "reassign") && !mine ? other : [],
    [...(may("edit") ? make("edit") : []), ...(may("cancel") ? make("cancel") : [])],
  ];
}

function requestButtons(turn: Turn, task: TaskCard): Button[] {
  const asked = task.reschedules.find(({ status }) => status === "open");
  if (asked === undefined || task.can.request === null) return [];
  return (["agree", "keep"] as const).map((action) =>
    press(
      turn.t(`task.button.${action}`),
      packTask({ action, taskId: task.id, requestId: asked.id, version: asked.version }),
      PAIR,
    ),
  );
}

/** A task with everything the person may do with it now. */
export function taskMessage(turn: Turn, task: TaskCard): RenderedMessage {
  return {
    text: taskText(turn, task),
    buttons: [
      ...handButtons(turn, task),
      requestButtons(turn, task),
      ...directButtons(turn, task),
      task.can.actions.includes("comment") ? [button(turn, task, "ask")] : [],
      wayBack(turn, "task", task.id),
    ],
  };
}
