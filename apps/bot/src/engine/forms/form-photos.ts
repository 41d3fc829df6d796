import type { PhotosField } from "@stsphera/contracts/forms";
import { photoReplyKey, redirectAlbums, rememberAlbum } from "../albums.ts";
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
type FormAlbum = Extract<PhotoTarget, { kind: "form" }>;

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

const tellFull = (feature: AnyForms, turn: Turn, count: number): void =>
  turn.say({ text: turn.t(feature.photoWords?.full ?? "photo.full", { count }), buttons: [] });

/** Tells once per album that photos were saved, or that there are too many. */
function tellPhotos(feature: AnyForms, turn: Turn, kept: FormState | null, most: number): void {
  if (kept === null) return tellFull(feature, turn, most);
  const text = turn.t(feature.photoWords?.kept ?? "photo.kept", { count: countOf(feature, kept) });
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
  const room = { taken: countOf(feature, next), most: max };
  const target: FormAlbum = {
    kind: "form",
    feature: feature.feature,
    dialogueId,
    subject,
    sent: false,
    room,
  };
  rememberAlbum(turn, target);
  redirectAlbums(turn, dialogueId, target);
  if (always === true) return;
  const now = await asked(feature, turn, next);
  const field = fieldAt(feature, next);
  const words = field === undefined || field.kind === "photos" ? null : typedText(turn);
  if (field === undefined || words === null) return show(feature, now);
  await take(feature, now, field, await kindOf(field).typed({ ...now, feature, field }, words));
}

/** Attaches a further photo of an album to the form that was sent, within the limit of the form; false when refused. */
async function followSent(
  feature: AnyForms,
  turn: Turn,
  album: FormAlbum,
  photo: TelegramPhoto,
): Promise<boolean> {
  const { room, dialogueId } = album;
  const subject = feature.subject.safeParse(album.subject);
  if (!subject.success || feature.follow === undefined) return false;
  if (room !== null && room.taken >= room.most) {
    tellFull(feature, turn, room.most);
    return true;
  }
  if (room !== null) redirectAlbums(turn, dialogueId, { ...album, room: { ...room, taken: room.taken + 1 } });
  return feature.follow(turn, subject.data, photo);
}

/**
 * Attaches a further photo of an album whose form is suspended or was sent to where the first photos went. Of a form
 * that ended unsent it is told that the photo is not saved, as the first ones are not either.
 */
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
    if (next !== null) {
      const room = { taken: countOf(feature, next), most: photos.max };
      redirectAlbums(turn, album.dialogueId, { ...album, room });
      turn.remember({
        suspended: suspended.map((one) => (one === waits ? { ...one, dialogue: next } : one)),
      });
    }
    tellPhotos(feature, turn, next, photos.max);
    return true;
  }
  if (album.sent) return followSent(feature, turn, album, photo);
  turn.card(photoReplyKey(turn), { text: turn.t("photo.dropped"), buttons: [] });
  return true;
}
