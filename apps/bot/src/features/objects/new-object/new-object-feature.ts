import { Composer } from "telegraf";
import type { BotContext } from "../../../engine/bot-context.ts";
import { onCommand } from "../../../engine/on-command.ts";
import { onDialogue } from "../../../engine/on-dialogue.ts";
import { currentNewObject } from "./dialogue.ts";
import { onNewObjectStep } from "./on-step.ts";
import { onNewObjectWords } from "./on-words.ts";
import { openNewObject } from "./show.ts";

/** /newobject: the passport of an object, one question after another. */
export function newObjectFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "newobject", openNewObject);
  onDialogue(composer, { current: currentNewObject, onStep: onNewObjectStep, onMessage: onNewObjectWords });
  return composer;
}
