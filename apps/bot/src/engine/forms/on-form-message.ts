import { card } from "@stsphera/telegram";
import { photoReplyKey, rememberAlbum } from "../albums.ts";
import { carriesFile, photoOf, type TelegramPhoto } from "../photo-file.ts";
import { sayExpected, typedText } from "../typed.ts";
import type { Turn } from "../turn.ts";
import { fieldAt, photosAt } from "./ask.ts";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import type { FormState } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";
import { show } from "./move-on.ts";
import { take } from "./on-form-press.ts";
import { asked, changed } from "./read-form.ts";

/** The form with one photo more; the same photo once. Null when there are as many as it takes. */
export function withPhoto(state: FormState, photo: TelegramPhoto, most: number): FormState | null {
  const { photos } = state;
  if (photos.some(({ telegramUniqueId }) => telegramUniqueId === photo.telegramUniqueId)) return state;
  return photos.length >= most ? null : { ...state, photos: [...photos, photo] };
}

/** Tells that a photo was kept, once for its album; or that there are too many. */
export function tellPhotos(feature: AnyForms, turn: Turn, kept: FormState | null, most: number): void {
  const { kept: keptKey = "photo.kept", full = "photo.full" } = feature.photoWords ?? {};
  if (kept === null) return turn.say({ text: turn.t(full, { count: most }), buttons: [] });
  const text = turn.t(keptKey, { count: kept.photos.length });
  turn.card(photoReplyKey(turn), { text, buttons: [] });
}

/** Keeps a photo until the form is sent; words under it answer the question it came along with. */
async function keep(feature: AnyForms, at: AnyAsked, photo: TelegramPhoto, most: number): Promise<void> {
  const { turn, state } = at;
  const next = withPhoto(state, photo, most);
  tellPhotos(feature, turn, next, most);
  if (next === null) return;
  const { id: dialogueId, subject } = state;
  rememberAlbum(turn, { kind: "form", feature: feature.feature, dialogueId, subject });
  const now = changed(feature, at, next);
  const field = fieldAt(feature, next);
  const words = field === undefined || field.kind === "photos" ? null : typedText(turn);
  if (field === undefined || words === null) return show(feature, now);
  await take(feature, now, field, await kindOf(field).typed({ ...now, feature, field }, words));
}

function expect(feature: AnyForms, turn: Turn, state: FormState): void {
  const field = fieldAt(feature, state);
  sayExpected(turn, field === undefined ? "button" : kindOf(field).expected(field, state));
}

/** Whatever a person sends that is no command; nothing of the form is lost, nor a photo taken for its words. */
export async function onFormMessage(feature: AnyForms, turn: Turn, state: FormState): Promise<void> {
  const { message } = turn;
  const photos = photosAt(feature, state);
  if (message !== undefined && carriesFile(message) && message.forward_origin === undefined) {
    const photo = photoOf(message);
    if (photo === null)
      return turn.say({ text: card(turn.t("error.file.title"), [turn.t("error.file.text")]), buttons: [] });
    if (photos === undefined) return expect(feature, turn, state);
    return keep(feature, await asked(feature, turn, state), photo, photos.max);
  }
  const text = typedText(turn);
  const field = fieldAt(feature, state);
  if (text === null || field === undefined) return expect(feature, turn, state);
  const at = await asked(feature, turn, state);
  const taken = await take(feature, at, field, await kindOf(field).typed({ ...at, feature, field }, text));
  if (!taken) expect(feature, turn, state);
}
