import { attachTelegramPhotos, DomainError, getFact } from "@stsphera/core";
import { albumTarget, entryTarget, photoReplyKey, recentEntry, rememberAlbum } from "../../engine/albums.ts";
import { wordsIn } from "../../engine/forms/answers.ts";
import type { FormState } from "../../engine/forms/form-state.ts";
import type { SavedEntry } from "../../engine/memory.ts";
import { photoOf, type TelegramPhoto } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { viewOf } from "./entry-view.ts";
import { savedCard } from "./messages/saved.ts";

/** False before a line is chosen and while an entry is explained: photos then belong to the previous entry. */
export const takesPhotos = (turn: Turn, { form, values }: FormState): boolean =>
  form === "enter" && (wordsIn(values, "floorVolumeId") !== null || recentEntry(turn) === null);

function updateCard(turn: Turn, entry: SavedEntry, photos: number): void {
  const view = viewOf(entry);
  if (view === null) return;
  const next = { ...view, photos };
  turn.remember({ entry: { ...entry, view: next } });
  turn.card(entry.cardKey, savedCard(wordsOf(turn), entry.factId, next));
}

/** True for refusals of entries that take no more photos; such photos go to the day's journal. */
const isClosed = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === "conflict" || error.code === "not_found");

/** Adds a photo to an entry; false when the entry takes no more. */
export async function attach(turn: Turn, factId: number, photo: TelegramPhoto): Promise<boolean> {
  const { entry } = turn.memory();
  try {
    await attachTelegramPhotos.run(turn.context(), { factId, files: [photo] });
  } catch (error) {
    if (isClosed(error)) return false;
    throw error;
  }
  const { photos } = await getFact.run(turn.context(), { factId });
  if (entry?.factId === factId) updateCard(turn, entry, photos.length);
  turn.card(photoReplyKey(turn), { text: turn.t("photo.added", { count: photos.length }), buttons: [] });
  rememberAlbum(turn, entryTarget(factId));
  return true;
}

/** Adds a photo to the latest entry; false when there is none or its album is attached elsewhere. */
export async function onPhoto(turn: Turn): Promise<boolean> {
  const photo = turn.message === undefined ? null : photoOf(turn.message);
  const recent = recentEntry(turn);
  const album = albumTarget(turn);
  const left = album?.kind === "form" && album.feature === "fact" && album.subject["factId"] === undefined;
  if (photo === null || recent === null || (album !== null && !left)) return false;
  return attach(turn, recent.factId, photo);
}
