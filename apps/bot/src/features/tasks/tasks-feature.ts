import { unpackTask } from "@stsphera/telegram";
import { Composer } from "telegraf";
import { albumTarget } from "../../engine/albums.ts";
import { unpackApproval } from "../../engine/approval-data.ts";
import type { BotContext } from "../../engine/bot-context.ts";
import { onCommand } from "../../engine/on-command.ts";
import { unpackStep } from "../../engine/step-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { currentTask } from "./dialogue.ts";
import { openFromList, openWaiting, showTaskList } from "./list.ts";
import { unpackOpenTask, unpackTaskList } from "../../engine/task-list-data.ts";
import { onTaskPhoto, onTaskWords } from "./on-message.ts";
import { onTaskPress } from "./on-press.ts";
import { onTaskStep } from "./on-step.ts";

async function onPress(turn: Turn, next: () => Promise<void>): Promise<void> {
  const data = turn.callback?.data ?? "";
  const list = unpackTaskList(data);
  if (list !== null) return showTaskList(turn, list);
  const opened = unpackOpenTask(data);
  if (opened !== null) return openFromList(turn, opened);
  const waiting = unpackApproval(data);
  if (waiting?.action === "task") return openWaiting(turn, waiting);
  const command = unpackTask(data);
  if (command !== null) return onTaskPress(turn, command);
  const d = currentTask(turn);
  const step = unpackStep(data);
  if (d === null || step === null || step.dialogueId !== d.id) return next();
  return onTaskStep(turn, d, step);
}

async function onMessage(turn: Turn, next: () => Promise<void>): Promise<void> {
  if (turn.message?.text?.startsWith("/") === true) return next();
  // Late parts of another thing's album follow its first ones.
  const album = albumTarget(turn);
  if (album !== null && album.kind !== "task") return next();
  if (await onTaskPhoto(turn)) return undefined;
  const d = currentTask(turn);
  return d === null ? next() : onTaskWords(turn, d);
}

/** /tasks, the cards of tasks and everything that may be said about one. */
export function tasksFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "tasks", (turn) => showTaskList(turn, { list: "mine", page: 0 }));
  composer.on("callback_query", (ctx, next) => onPress(ctx.turn, next));
  composer.on("message", (ctx, next) => onMessage(ctx.turn, next));
  return composer;
}
