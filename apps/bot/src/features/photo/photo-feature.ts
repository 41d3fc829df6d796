import { canSomewhere } from "@stsphera/rbac";
import { card, escapeHtml } from "@stsphera/telegram";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import { menuButton } from "../../engine/buttons.ts";
import { factObjects, usualObject } from "../../engine/my-objects.ts";
import { sayNowhere } from "../../engine/nowhere.ts";
import { carriesFile, photoOf } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";
import { unpackPhoto } from "./callback-data.ts";
import { attachBatch, batchOf, chooseObject, leaveInJournal, takeOrphanPhoto } from "./journal.ts";

async function onFile(turn: Turn, next: () => Promise<void>): Promise<void> {
  const { message, t } = turn;
  if (message === undefined || !carriesFile(message)) return next();
  const photo = photoOf(message);
  if (photo === null)
    return turn.say({ text: card(t("error.file.title"), [t("error.file.text")]), buttons: [] });
  const objects = await factObjects(turn);
  if (objects.length === 0) return sayNowhere(turn);
  return takeOrphanPhoto(turn, photo, objects);
}

async function onPress(turn: Turn, next: () => Promise<void>): Promise<void> {
  const pressed = unpackPhoto(turn.callback?.data ?? "");
  if (pressed === null) return next();
  const batch = batchOf(turn, pressed.batch);
  if (batch === null) {
    turn.toast(turn.t("photo.gone"));
    return turn.showButtons([]);
  }
  if (pressed.action === "object") return chooseObject(turn, batch, pressed.objectId);
  if (pressed.action === "attach") return attachBatch(turn, batch, pressed.factId);
  return leaveInJournal(turn, batch);
}

/** /photo: says what to send; sending photos needs no command. */
async function ask(turn: Turn): Promise<void> {
  const objects = await factObjects(turn);
  const object = usualObject(turn, objects);
  if (object === null) return sayNowhere(turn);
  const text = turn.t("photo.ask", { object: object.name });
  const buttons = [[menuButton(turn.t)]];
  turn.say({ text: escapeHtml(text), buttons });
}

/** Photos that belong to no entry. */
export const photoFeature: Feature = {
  commands: [{ name: "photo", place: 30, works: (actor) => canSomewhere(actor, "fact.enter"), answer: ask }],
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("callback_query", (ctx, next) => onPress(ctx.turn, next));
    composer.on("message", (ctx, next) => onFile(ctx.turn, next));
    return composer;
  },
};
