import { Composer } from "telegraf";
import type { BotContext } from "../../../engine/bot-context.ts";
import { onCommand } from "../../../engine/on-command.ts";
import { onDialogue } from "../../../engine/on-dialogue.ts";
import { currentNewTask } from "./dialogue.ts";
import { onNewTaskStep } from "./on-step.ts";
import { onNewTaskWords } from "./on-words.ts";
import { openNewTask } from "./open.ts";

/** /newtask: object, title, person and day, one question after another. */
export function newTaskFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "newtask", openNewTask);
  onDialogue(composer, { current: currentNewTask, onStep: onNewTaskStep, onMessage: onNewTaskWords });
  return composer;
}
