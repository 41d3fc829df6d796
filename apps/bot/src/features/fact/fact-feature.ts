import type { PlanReason } from "@stsphera/contracts";
import { canSomewhere } from "@stsphera/rbac";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import { commandButton, menuButton } from "../../engine/buttons.ts";
import { carriesFile } from "../../engine/photo-file.ts";
import { stepCardKey } from "../../engine/steps.ts";
import type { Turn } from "../../engine/turn.ts";
import { type DialoguePress, unpackFact } from "./callback-data.ts";
import { cardOf, currentFact, type FactDialogue } from "./dialogue.ts";
import { changeQuantity, chooseLine, takeQuantity } from "./choose-quantity.ts";
import { askNote, chooseCrew, chooseReason, showCrews, showEntry } from "./details.ts";
import { onEntryPress } from "./entry-actions.ts";
import { onPhoto } from "./on-photo.ts";
import { onWords } from "./on-text.ts";
import { chooseDay, openFact, showDays, showLines, showOthers } from "./open-fact.ts";
import { save, saveInstead } from "./save.ts";
import { suspendedFact } from "./suspended-fact.ts";

/** A button of a dialogue that is over: written down already, or left for another one. */
function onStale(turn: Turn, { dialogueId, action }: DialoguePress): void {
  const { entry } = turn.memory();
  const saved = entry?.dialogueId === dialogueId;
  if (saved && (action === "save" || action === "more" || action === "instead" || action === "reason")) {
    return turn.toast(turn.t("error.double"));
  }
  turn.toast(turn.t("error.stale_dialog"));
  if (!saved) turn.showButtons([[commandButton(turn.t("button.again"), "fact")]]);
}

function cancel(turn: Turn, d: FactDialogue): void {
  turn.remember({ dialogue: null });
  turn.card(cardOf(d), { text: turn.t("cancel.done"), buttons: [] });
}

/** Back to where the dialogue stood, as far as it had come. */
function resume(turn: Turn, d: FactDialogue): Promise<void> {
  if (d.volumeId !== null) return showEntry(turn, d);
  return d.objectId === null ? openFact(turn) : showLines(turn, d);
}

function onDialoguePress(
  turn: Turn,
  d: FactDialogue,
  { action, argument }: DialoguePress,
): Promise<void> | void {
  switch (action) {
    case "object":
      return showLines(turn, { ...d, objectId: Number(argument) });
    case "lines":
      return showLines(turn, d);
    case "others":
      return showOthers(turn, d, Math.max(0, Number(argument)));
    case "days":
      return showDays(turn, d);
    case "day":
      return chooseDay(turn, d, argument);
    case "line":
      return chooseLine(turn, d, Number(argument));
    case "yesterday":
    case "plan":
    case "rest":
      return takeQuantity(turn, d, action);
    case "add":
      return changeQuantity(turn, d, argument, "zero");
    case "change":
      return changeQuantity(turn, d, argument, "quantity");
    case "crews":
      return showCrews(turn, d);
    case "crew":
      return chooseCrew(turn, d, Number(argument));
    case "note":
      return askNote(turn, d);
    case "entry":
      return showEntry(turn, d);
    case "resume":
      return resume(turn, d);
    case "save":
      return save(turn, d);
    case "more":
      return save(turn, { ...d, confirmDuplicate: true });
    case "instead":
      return saveInstead(turn, d);
    case "reason":
      return chooseReason(turn, d, argument as PlanReason);
    case "cancel":
      return cancel(turn, d);
  }
}

async function onPress(turn: Turn, next: () => Promise<void>): Promise<void> {
  const pressed = unpackFact(turn.callback?.data ?? "");
  if (pressed === null) return next();
  if (pressed.kind === "entry") return onEntryPress(turn, pressed);
  const d = currentFact(turn);
  if (d === null || d.id !== pressed.dialogueId) return onStale(turn, pressed);
  return onDialoguePress(turn, d, pressed);
}

async function onMessage(turn: Turn, next: () => Promise<void>): Promise<void> {
  const { message } = turn;
  if (message === undefined || message.text?.startsWith("/") === true) return next();
  if (carriesFile(message) && message.forward_origin === undefined && (await onPhoto(turn))) return undefined;
  const d = currentFact(turn);
  if (d === null || (carriesFile(message) && message.forward_origin === undefined)) return next();
  return onWords(turn, d);
}

/** /cancel: drops what was begun, of any feature, and says so. */
function cancelAny(turn: Turn): void {
  const { t } = turn;
  const { dialogue } = turn.memory();
  if (dialogue === null) return turn.say({ text: t("cancel.nothing"), buttons: [[menuButton(t)]] });
  const d = currentFact(turn);
  turn.remember({ dialogue: null });
  const key = d === null ? stepCardKey(dialogue) : cardOf(d);
  turn.card(key, { text: t("cancel.done"), buttons: [] }, "below");
}

/** /fact from the first line to the saved entry, and everything that may come in between. */
export const factFeature: Feature = {
  suspended: [suspendedFact],
  commands: [
    { name: "fact", place: 20, works: (actor) => canSomewhere(actor, "fact.enter"), answer: openFact },
    { name: "cancel", place: 130, helpedLast: true, answer: cancelAny },
  ],
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("callback_query", (ctx, next) => onPress(ctx.turn, next));
    composer.on("message", (ctx, next) => onMessage(ctx.turn, next));
    return composer;
  },
};
