import type { PhotosField } from "@stsphera/contracts/forms";
import { photoReplyKey, rememberAlbum } from "../albums.ts";
import type { PhotoTarget } from "../memory.ts";
import { photoOf, type TelegramPhoto } from "../photo-file.ts";
import { stepCardKey } from "../steps.ts";
import { typedText } from "../typed.ts";
import type { Turn } from "../turn.ts";
import { questionOf } from "./ask.ts";
import { fieldAt, photosAt } from "./fields-of.ts";
import type { AnyForms } from "./form-feature.ts";
import { CONFIRM, type FormState } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";
import { show } from "./move-on.ts";
import { take } from "./on-form-press.ts";
import { asked, readForm } from "./read-form.ts";

type Photos = PhotosField<unknown>;

const countOf = (feature: AnyForms, state: FormState): number =>
  state.photos.length + (feature.photosBefore?.(feature.subject.parse(state.subject)) ?? 0);

/** Adds a photo to the form unless it is already there; null when the limit is reached. */
function withPhoto(
  feature: AnyForms,
  state: FormState,
  photo: TelegramPhoto,
  most: number,
): FormState | null {
  const { photos } = state;
  if (photos.some(({ telegramUniqueId }) => telegramUniqueId === photo.telegramUniqueId)) return state;
  return countOf(feature, state) >= most ? null : { ...state, photos: [...photos, photo] };
}

/** Tells once per album that photos were saved, or that there are too many. */
function tellPhotos(feature: AnyForms, turn: Turn, kept: FormState | null, most: number): void {
  const { kept: keptKey = "photo.kept", full = "photo.full" } = feature.photoWords ?? {};
  if (kept === null) return turn.say({ text: turn.t(full, { count: most }), buttons: [] });
  const text = turn.t(keptKey, { count: countOf(feature, kept) });
  turn.card(photoReplyKey(turn), { text, buttons: [] });
}

/** Saves a photo sent at another question without leaving it; the confirmation shows the number of photos. */
async function keepAside(feature: AnyForms, turn: Turn, state: FormState): Promise<void> {
  turn.remember({ dialogue: state });
  if (state.step !== CONFIRM) return;
  const message = await questionOf(feature, await asked(feature, turn, state));
  turn.card(stepCardKey(state), message);
}

/** Saves a photo until the form is sent; its caption answers the question it was sent at. */
export async function keepPhoto(
  feature: AnyForms,
  turn: Turn,
  state: FormState,
  photo: TelegramPhoto,
  { max, always }: Photos,
): Promise<void> {
  const next = withPhoto(feature, state, photo, max);
  if (next !== null && always === true) await keepAside(feature, turn, next);
  tellPhotos(feature, turn, next, max);
  if (next === null) return;
  const { id: dialogueId, subject } = state;
  rememberAlbum(turn, { kind: "form", feature: feature.feature, dialogueId, subject });
  if (always === true) return;
  const now = await asked(feature, turn, next);
  const field = fieldAt(feature, next);
  const words = field === undefined || field.kind === "photos" ? null : typedText(turn);
  if (field === undefined || words === null) return show(feature, now);
  await take(feature, now, field, await kindOf(field).typed({ ...now, feature, field }, words));
}

type FormAlbum = Extract<PhotoTarget, { kind: "form" }>;

/** Attaches a further photo of an album whose form is suspended or completed to where the first photos went. */
export async function followAlbum(
  features: readonly AnyForms[],
  turn: Turn,
  album: FormAlbum,
): Promise<boolean> {
  const photo = turn.message === undefined ? null : photoOf(turn.message);
  const feature = features.find((one) => one.feature === album.feature);
  if (photo === null || feature === undefined) return false;
  const { suspended } = turn.memory();
  const waits = suspended.find(({ dialogue }) => dialogue.id === album.dialogueId);
  const state = readForm(feature, waits?.dialogue);
  const photos = state === null ? undefined : photosAt(feature, state);
  if (state !== null && photos !== undefined) {
    const next = withPhoto(feature, state, photo, photos.max);
    if (next !== null)
      turn.remember({
        suspended: suspended.map((one) => (one === waits ? { ...one, dialogue: next } : one)),
      });
    tellPhotos(feature, turn, next, photos.max);
    return true;
  }
  const subject = feature.subject.safeParse(album.subject);
  if (!subject.success || feature.follow === undefined) return false;
  return feature.follow(turn, subject.data, photo);
}
