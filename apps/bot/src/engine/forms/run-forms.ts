import { Composer } from "telegraf";
import { albumTarget } from "../albums.ts";
import type { BotContext } from "../bot-context.ts";
import type { PhotoTarget } from "../memory.ts";
import { carriesFile, photoOf } from "../photo-file.ts";
import { unpackStep } from "../step-data.ts";
import type { Turn } from "../turn.ts";
import { photosAt } from "./ask.ts";
import type { AnyForms } from "./form-feature.ts";
import { onFormMessage, tellPhotos, withPhoto } from "./on-form-message.ts";
import { onFormPress } from "./on-form-press.ts";
import { readForm } from "./read-form.ts";

/** The form that is going on, and whose it is. */
function current(features: readonly AnyForms[], turn: Turn) {
  const { dialogue } = turn.memory();
  const feature = features.find((one) => one.feature === dialogue?.feature);
  const state = feature === undefined ? null : readForm(feature, dialogue);
  return feature === undefined || state === null ? null : { feature, state };
}

type FormAlbum = Extract<PhotoTarget, { kind: "form" }>;

/** A late part of an album whose form waits, or is over: it goes where the first parts went. */
async function follow(features: readonly AnyForms[], turn: Turn, album: FormAlbum): Promise<boolean> {
  const photo = turn.message === undefined ? null : photoOf(turn.message);
  const feature = features.find((one) => one.feature === album.feature);
  if (photo === null || feature === undefined) return false;
  const { suspended } = turn.memory();
  const waits = suspended.find(({ dialogue }) => dialogue.id === album.dialogueId);
  const state = readForm(feature, waits?.dialogue);
  const photos = state === null ? undefined : photosAt(feature, state);
  if (state !== null && photos !== undefined) {
    const next = withPhoto(state, photo, photos.max);
    if (next !== null)
      turn.remember({
        suspended: suspended.map((one) => (one === waits ? { ...one, dialogue: next } : one)),
      });
    tellPhotos(feature, turn, next, photos.max);
    return true;
  }
  const subject = feature.subject.safeParse(album.subject);
  if (!subject.success || feature.follow === undefined) return false;
  await feature.follow(turn, subject.data, photo);
  return true;
}

async function onMessage(
  features: readonly AnyForms[],
  turn: Turn,
  next: () => Promise<void>,
): Promise<void> {
  const { message } = turn;
  if (message?.text?.startsWith("/") === true) return next();
  const going = current(features, turn);
  const album = message !== undefined && carriesFile(message) ? albumTarget(turn) : null;
  if (album !== null && !(album.kind === "form" && album.dialogueId === going?.state.id)) {
    const followed = album.kind === "form" && (await follow(features, turn, album));
    return followed ? undefined : next();
  }
  return going === null ? next() : onFormMessage(going.feature, turn, going.state);
}

/** Gives every form its own buttons and whatever is sent while it goes on; commands are nobody's answer. */
export function runForms(features: readonly AnyForms[]): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("callback_query", (ctx, next) => {
    const { turn } = ctx;
    const pressed = unpackStep(turn.callback?.data ?? "");
    const going = pressed === null ? null : current(features, turn);
    if (pressed === null || going === null || going.state.id !== pressed.dialogueId) return next();
    return onFormPress(going.feature, turn, going.state, pressed);
  });
  composer.on("message", (ctx, next) => onMessage(features, ctx.turn, next));
  return composer;
}
