import { addJournalPhotos, attachPhotos, recentEntries, recordTelegramFiles } from "@stsphera/core";
import { albumTarget, entryTarget, redirectAlbums, rememberAlbum } from "../../engine/albums.ts";
import type { PhotoBatch } from "../../engine/memory.ts";
import type { TelegramPhoto } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { attachedCard, journaledCard, orphanCard, whichObjectCard } from "./messages.ts";

const REMEMBERED_BATCHES = 8;
const OFFERED_ENTRIES = 3;

const cardOf = (batch: PhotoBatch): string => `orphans:${batch.key}`;

function keep(turn: Turn, batch: PhotoBatch): void {
  const others = turn.memory().batches.filter(({ key }) => key !== batch.key);
  turn.remember({ batches: [...others, batch].slice(-REMEMBERED_BATCHES) });
}

const forget = (turn: Turn, batch: PhotoBatch): void =>
  turn.remember({ batches: turn.memory().batches.filter(({ key }) => key !== batch.key) });

export const batchOf = (turn: Turn, key: string): PhotoBatch | null =>
  turn.memory().batches.find((batch) => batch.key === key) ?? null;

type NamedObject = { id: number; name: string };

/** The batch of this album, or a new one on the object used last or the only object; its object is null otherwise. */
async function batchFor(turn: Turn, objects: readonly NamedObject[]): Promise<PhotoBatch> {
  const album = albumTarget(turn);
  const known = album?.kind === "journal" ? batchOf(turn, album.batch) : null;
  if (known !== null) return known;
  const used = objects.find(({ id }) => id === turn.memory().objectId);
  const object = used ?? (objects.length === 1 ? objects[0] : undefined);
  return { key: turn.requestId, objectId: object?.id ?? null, waiting: [], fileIds: [] };
}

/** Saves the pending photos of a batch to the day's journal of an object. */
async function saveToJournal(turn: Turn, batch: PhotoBatch, objectId: number): Promise<PhotoBatch> {
  const { fileIds } = await recordTelegramFiles.run(turn.context(), { objectId, files: batch.waiting });
  await addJournalPhotos.run(turn.context(), { objectId, fileIds });
  return { ...batch, objectId, waiting: [], fileIds: [...batch.fileIds, ...fileIds] };
}

async function showOrphans(turn: Turn, batch: PhotoBatch): Promise<void> {
  const entries = await recentEntries.run(turn.context(), { limit: OFFERED_ENTRIES });
  const own = entries.filter((entry) => entry.objectId === batch.objectId && entry.status !== "confirmed");
  const message = orphanCard(wordsOf(turn), { key: batch.key, count: batch.fileIds.length }, own);
  turn.card(cardOf(batch), message);
}

/** A photo without an entry is saved to the journal at once; the user is then asked where it belongs. */
export async function takeOrphanPhoto(
  turn: Turn,
  photo: TelegramPhoto,
  objects: readonly NamedObject[],
): Promise<void> {
  const batch = await batchFor(turn, objects);
  const waiting = { ...batch, waiting: [...batch.waiting, photo] };
  rememberAlbum(turn, { kind: "journal", batch: batch.key });
  if (batch.objectId === null) {
    keep(turn, waiting);
    return turn.card(cardOf(batch), whichObjectCard(wordsOf(turn), batch.key, objects));
  }
  const laid = await saveToJournal(turn, waiting, batch.objectId);
  keep(turn, laid);
  await showOrphans(turn, laid);
}

/** Sets the object of photos that were sent before it was known. */
export async function chooseObject(turn: Turn, batch: PhotoBatch, objectId: number): Promise<void> {
  const laid =
    batch.waiting.length === 0 ? { ...batch, objectId } : await saveToJournal(turn, batch, objectId);
  keep(turn, laid);
  turn.remember({ objectId });
  await showOrphans(turn, laid);
}

/** Attaches the batch to an entry; photos of its album still to come follow. */
export async function attachBatch(turn: Turn, batch: PhotoBatch, factId: number): Promise<void> {
  const fact = await attachPhotos.run(turn.context(), { factId, fileIds: batch.fileIds });
  redirectAlbums(turn, batch.key, entryTarget(factId));
  forget(turn, batch);
  const where = { work: fact.workType.name, facade: fact.facade, floor: fact.floor };
  turn.card(cardOf(batch), attachedCard(wordsOf(turn), batch.fileIds.length, where));
}

/** Leaves the photos in the journal. */
export function leaveInJournal(turn: Turn, batch: PhotoBatch): void {
  turn.card(cardOf(batch), journaledCard(wordsOf(turn), batch.fileIds.length));
}
