import { card } from "@stsphera/telegram";
import { carriesFile, photoOf } from "../photo-file.ts";
import { type Expected, sayExpected, typedText } from "../typed.ts";
import type { Turn } from "../turn.ts";
import { fieldAt, photosAt, typedField } from "./fields-of.ts";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import type { FormState } from "./form-state.ts";
import { keepPhoto } from "./form-photos.ts";
import { kindOf } from "./kinds/index.ts";
import { take } from "./on-form-press.ts";
import { asked } from "./read-form.ts";

/** What the question expects; also mentions the quantity when it may be typed at any question. */
function expectedAt(feature: AnyForms, at: AnyAsked): Expected {
  const { state } = at;
  const own = fieldAt(feature, state);
  const waits = own === undefined ? "button" : kindOf(own).expected(own, state);
  const typed = waits === "button" ? typedField(feature, at) : undefined;
  const what = typed === undefined ? waits : kindOf(typed).expected(typed, state);
  return what === "number" && photosAt(feature, state) !== undefined ? "number_or_photo" : what;
}

/** Handles text for the current question, or for the field that may be typed at any question. */
async function onWords(feature: AnyForms, at: AnyAsked, text: string): Promise<boolean> {
  const fields = [fieldAt(feature, at.state), typedField(feature, at)];
  for (const field of fields) {
    if (field === undefined) continue;
    const reply = await kindOf(field).typed({ ...at, feature, field }, text);
    if (await take(feature, at, field, reply)) return true;
  }
  return false;
}

/** Handles a message without text, which most questions ignore. */
async function onOther(feature: AnyForms, at: AnyAsked): Promise<boolean> {
  const field = fieldAt(feature, at.state);
  const reply = field === undefined ? undefined : kindOf(field).sent?.({ ...at, feature, field });
  return field !== undefined && reply !== undefined && take(feature, at, field, reply);
}

/**
 * Handles any message that is not a command, without losing data of the form; the caption of a photo is no answer
 * unless the form takes the photo.
 */
export async function onFormMessage(feature: AnyForms, turn: Turn, state: FormState): Promise<void> {
  const { message } = turn;
  const photos = photosAt(feature, state);
  const sent = message !== undefined && carriesFile(message) && message.forward_origin === undefined;
  const photo = sent ? photoOf(message) : null;
  if (sent && photo === null)
    return turn.say({ text: card(turn.t("error.file.title"), [turn.t("error.file.text")]), buttons: [] });
  if (photo !== null && photos !== undefined) return keepPhoto(feature, turn, state, photo, photos);
  const at = await asked(feature, turn, state);
  const text = sent ? null : typedText(turn);
  if (text === null ? await onOther(feature, at) : await onWords(feature, at, text)) return;
  const own = feature.expected?.(at);
  if (own === undefined) sayExpected(turn, expectedAt(feature, at));
  else turn.tell(own);
}
