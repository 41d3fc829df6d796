import { Composer } from "telegraf";
import { albumTarget } from "../albums.ts";
import type { BotContext } from "../bot-context.ts";
import { carriesFile } from "../photo-file.ts";
import { unpackStep } from "../step-data.ts";
import type { Turn } from "../turn.ts";
import type { AnyForms } from "./form-feature.ts";
import { followAlbum } from "./form-photos.ts";
import { onFormMessage } from "./on-form-message.ts";
import { onFormPress } from "./on-form-press.ts";
import { formIn } from "./read-form.ts";

async function onMessage(
  features: readonly AnyForms[],
  turn: Turn,
  next: () => Promise<void>,
): Promise<void> {
  const { message } = turn;
  if (message?.text?.startsWith("/") === true) return next();
  const going = formIn(features, turn.memory().dialogue);
  const file = message !== undefined && carriesFile(message);
  const album = file ? albumTarget(turn) : null;
  if (album !== null && !(album.kind === "form" && album.dialogueId === going?.state.id)) {
    const followed = album.kind === "form" && (await followAlbum(features, turn, album));
    return followed ? undefined : next();
  }
  if (going === null) return next();
  const { feature, state } = going;
  const own = message?.forward_origin === undefined;
  const elsewhere = file && own && feature.takesPhotos?.(turn, state) === false;
  return elsewhere ? next() : onFormMessage(feature, turn, state);
}

/** Routes buttons and messages to the open form; commands never count as answers. */
export function runForms(features: readonly AnyForms[]): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("callback_query", (ctx, next) => {
    const { turn } = ctx;
    const pressed = unpackStep(turn.callback?.data ?? "");
    const going = pressed === null ? null : formIn(features, turn.memory().dialogue);
    if (pressed === null || going === null || going.state.id !== pressed.dialogueId) return next();
    return onFormPress(going.feature, turn, going.state, pressed);
  });
  composer.on("message", (ctx, next) => onMessage(features, ctx.turn, next));
  return composer;
}
