import { attachTelegramPhotos, DomainError, getFact } from "@stsphera/core";
import { albumTarget, photoReplyKey, recentEntry, rememberAlbum } from "../../engine/albums.ts";
import type { PhotoTarget, SavedEntry } from "../../engine/memory.ts";
import { photoOf, type TelegramPhoto } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { cardOf, currentFact, type FactDialogue, photosOf, readFact } from "./dialogue.ts";
import { viewOf } from "./entry-view.ts";
import { loadLine } from "./line.ts";
import { confirmCard } from "./messages/confirm.ts";
import { savedCard } from "./messages/saved.ts";

const MOST_PHOTOS = 30;

type OwnTarget = Extract<PhotoTarget, { kind: "draft" | "fact" }>;

/** The entry with this id that waits while another dialogue goes on. */
const waitingFact = (turn: Turn, id: string): FactDialogue | null =>
  readFact(turn.memory().suspended.find(({ dialogue }) => dialogue.id === id)?.dialogue);

const withPhoto = (d: FactDialogue, photo: TelegramPhoto): FactDialogue =>
  d.photos.some(({ telegramUniqueId }) => telegramUniqueId === photo.telegramUniqueId)
    ? d
    : { ...d, photos: [...d.photos, photo] };

const tellFull = (turn: Turn): void =>
  turn.say({ text: turn.t("photo.full", { count: MOST_PHOTOS }), buttons: [] });

const tellKept = (turn: Turn, d: FactDialogue): void =>
  turn.card(photoReplyKey(turn), { text: turn.t("photo.kept", { count: photosOf(d) }), buttons: [] });

/** A late part of an album whose entry waits: it waits with it. */
function keepWaiting(turn: Turn, d: FactDialogue, photo: TelegramPhoto): void {
  if (photosOf(d) >= MOST_PHOTOS) return tellFull(turn);
  const next = withPhoto(d, photo);
  const suspended = turn
    .memory()
    .suspended.map((one) => (one.dialogue.id === d.id ? { ...one, dialogue: next } : one));
  turn.remember({ suspended });
  tellKept(turn, next);
}

/** Where a photo goes that this feature takes: the entry being made, or the one made a little before. */
function targetOf(turn: Turn, d: FactDialogue | null): OwnTarget | null {
  const album = albumTarget(turn);
  const entry = turn.memory().entry;
  if (album?.kind === "journal" || album?.kind === "form") return null;
  if (album?.kind === "fact") return album;
  if (album?.kind === "draft" && entry?.dialogueId === album.dialogueId)
    return { kind: "fact", factId: entry.factId };
  if (album?.kind === "draft" && waitingFact(turn, album.dialogueId) !== null) return album;
  if (d !== null && d.explaining === null && (d.volumeId !== null || recentEntry(turn) === null))
    return { kind: "draft", dialogueId: d.id };
  const recent = recentEntry(turn);
  return recent === null ? null : { kind: "fact", factId: recent.factId };
}

/** Keeps a photo until the entry is written; the card tells how many there are. */
async function keep(turn: Turn, d: FactDialogue, photo: TelegramPhoto): Promise<void> {
  if (photosOf(d) >= MOST_PHOTOS) return tellFull(turn);
  const next = withPhoto(d, photo);
  turn.remember({ dialogue: next });
  if (next.step === "confirm" && next.quantity !== null) {
    const { form, entry } = await loadLine(turn, next);
    turn.card(cardOf(next), confirmCard(wordsOf(turn), form, entry, { ...next, quantity: next.quantity }));
  }
  tellKept(turn, next);
}

async function attach(turn: Turn, factId: number, photo: TelegramPhoto): Promise<void> {
  const { entry } = turn.memory();
  const known = entry?.factId === factId ? entry : null;
  await attachTelegramPhotos.run(turn.context(), { factId, files: [photo] });
  const fact = await getFact.run(turn.context(), { factId });
  if (known !== null) updateCard(turn, known, fact.photos.length);
  turn.card(photoReplyKey(turn), { text: turn.t("photo.added", { count: fact.photos.length }), buttons: [] });
}

function updateCard(turn: Turn, entry: SavedEntry, photos: number): void {
  const view = viewOf(entry);
  if (view === null) return;
  const next = { ...view, photos };
  turn.remember({ entry: { ...entry, view: next } });
  turn.card(entry.cardKey, savedCard(wordsOf(turn), entry.factId, next));
}

/** True for the refusals of an entry that takes no photos any more: they go to the day's journal then. */
const isClosed = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === "conflict" || error.code === "not_found");

/** Takes a photo of the entry being made or just made; false when it belongs to neither. */
export async function onPhoto(turn: Turn): Promise<boolean> {
  const photo = turn.message === undefined ? null : photoOf(turn.message);
  const d = currentFact(turn);
  const target = targetOf(turn, d);
  if (photo === null || target === null) return false;
  if (target.kind === "draft") {
    const waiting = waitingFact(turn, target.dialogueId);
    if (waiting !== null) {
      keepWaiting(turn, waiting, photo);
      return true;
    }
    if (d === null || d.id !== target.dialogueId) return false;
    rememberAlbum(turn, target);
    await keep(turn, d, photo);
    return true;
  }
  try {
    await attach(turn, target.factId, photo);
  } catch (error) {
    if (isClosed(error)) return false;
    throw error;
  }
  rememberAlbum(turn, target);
  return true;
}
