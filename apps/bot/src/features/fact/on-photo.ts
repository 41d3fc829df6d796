import { DomainError, getFact, recordTelegramFiles } from "@stsphera/core";
import { albumTarget, photoReplyKey, recentEntry, rememberAlbum } from "../../shared/albums.ts";
import type { PhotoTarget, SavedEntry } from "../../shared/memory.ts";
import { photoOf, type TelegramPhoto } from "../../shared/photo-file.ts";
import type { Turn } from "../../shared/turn.ts";
import { wordsOf } from "../../shared/words.ts";
import { cardOf, currentFact, type FactDialogue, photosOf } from "./dialogue.ts";
import { viewOf } from "./entry-view.ts";
import { loadLine } from "./line.ts";
import { confirmCard } from "./messages/confirm.ts";
import { savedCard } from "./messages/saved.ts";

const MOST_PHOTOS = 30;

type OwnTarget = Extract<PhotoTarget, { kind: "draft" | "fact" }>;

/** Where a photo goes that this feature takes: the entry being made, or the one made a little before. */
function targetOf(turn: Turn, d: FactDialogue | null): OwnTarget | null {
  const album = albumTarget(turn);
  const entry = turn.memory().entry;
  if (album?.kind === "journal" || album?.kind === "task") return null;
  if (album?.kind === "fact") return album;
  if (album?.kind === "draft" && entry?.dialogueId === album.dialogueId)
    return { kind: "fact", factId: entry.factId };
  if (d !== null && d.explaining === null && (d.volumeId !== null || recentEntry(turn) === null))
    return { kind: "draft", dialogueId: d.id };
  const recent = recentEntry(turn);
  return recent === null ? null : { kind: "fact", factId: recent.factId };
}

/** Keeps a photo until the entry is written; the card tells how many there are. */
async function keep(turn: Turn, d: FactDialogue, photo: TelegramPhoto): Promise<void> {
  const { t } = turn;
  if (photosOf(d) >= MOST_PHOTOS)
    return turn.say({ text: t("photo.full", { count: MOST_PHOTOS }), buttons: [] });
  const known = d.photos.some(({ telegramUniqueId }) => telegramUniqueId === photo.telegramUniqueId);
  const next: FactDialogue = known ? d : { ...d, photos: [...d.photos, photo] };
  turn.remember({ dialogue: next });
  if (next.step === "confirm" && next.quantity !== null) {
    const { form, entry } = await loadLine(turn, next);
    turn.card(cardOf(next), confirmCard(wordsOf(turn), form, entry, { ...next, quantity: next.quantity }));
  }
  turn.card(photoReplyKey(turn), { text: t("photo.kept", { count: photosOf(next) }), buttons: [] });
}

async function attach(turn: Turn, factId: number, photo: TelegramPhoto): Promise<void> {
  const { entry } = turn.memory();
  const known = entry?.factId === factId ? entry : null;
  const objectId = known?.objectId ?? (await getFact.run(turn.context(), { factId })).objectId;
  await recordTelegramFiles.run(turn.context(), { objectId, factId, files: [photo] });
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
