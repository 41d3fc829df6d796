import { taskButtons } from "@stsphera/core/cards";
import { Composer } from "telegraf";
import { unpackApproval } from "../../engine/approval-data.ts";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import { onCommand } from "../../engine/on-command.ts";
import { unpackOpenTask, unpackTaskList } from "../../engine/task-list-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { openFromList, openWaiting, showTaskList } from "./list.ts";
import { newTaskForms, openNewTask } from "./new-task/new-task-forms.ts";
import { onTaskPress } from "./on-press.ts";
import { taskForms } from "./task-forms.ts";

async function onPress(turn: Turn, next: () => Promise<void>): Promise<void> {
  const data = turn.callback?.data ?? "";
  const list = unpackTaskList(data);
  if (list !== null) return showTaskList(turn, list);
  const opened = unpackOpenTask(data);
  if (opened !== null) return openFromList(turn, opened);
  const waiting = unpackApproval(data);
  if (waiting?.action === "task") return openWaiting(turn, waiting);
  const command = taskButtons.unpack(data);
  return command === null ? next() : onTaskPress(turn, command);
}

/** /tasks, /newtask and the cards of tasks; what is said about one is its forms'. */
export const tasksFeature: Feature = {
  forms: [taskForms, newTaskForms],
  handlers() {
    const composer = new Composer<BotContext>();
    onCommand(composer, "tasks", (turn) => showTaskList(turn, { list: "mine", page: 0 }));
    onCommand(composer, "newtask", openNewTask);
    composer.on("callback_query", (ctx, next) => onPress(ctx.turn, next));
    return composer;
  },
};
