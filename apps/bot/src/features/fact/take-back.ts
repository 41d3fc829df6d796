import { DomainError, enterFact, getFact, undoFact } from "@stsphera/core";
import type { Fact, FactAnswer } from "@stsphera/contracts";
import type { BotKey } from "../../locales/i18n.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { makeView } from "./entry-view.ts";
import { savedCard, undoneCard } from "./messages/saved.ts";

/** Undoes the entry while that is allowed; otherwise the card stays and the user is told. */
export async function undo(turn: Turn, factId: number): Promise<void> {
  try {
    const { fact } = await undoFact.run(turn.context(), { factId });
    if (turn.memory().entry?.factId === factId) turn.remember({ entry: null });
    turn.show(undoneCard(wordsOf(turn), undone(fact)));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    const late = error.details.sentence === "undo_time_over";
    turn.toast(turn.t(late ? "fact.undo_late" : "error.conflict.title"));
  }
}

const undone = (fact: Fact) => ({
  factId: fact.id,
  work: fact.workType.name,
  unit: fact.workType.unit,
  quantity: fact.quantity,
  facade: fact.facade,
  floor: fact.floor,
});

/** Saves a copy of an entry with the given photos; idempotent, so that repeated presses create one copy. */
function writeAgain(turn: Turn, old: Fact, photoIds: number[]): Promise<FactAnswer> {
  return enterFact.run(turn.context(`tg:restore:${old.id}`), {
    objectId: old.objectId,
    floorVolumeId: old.floorVolumeId,
    date: old.date,
    shift: old.shift,
    quantity: old.quantity,
    confirmDuplicate: true,
    photoIds,
    ...(old.crew === null ? {} : { crewId: old.crew.id }),
    ...(old.workers === null ? {} : { workers: old.workers }),
    ...(old.hours === null ? {} : { hours: old.hours }),
    ...(old.notes === null ? {} : { notes: old.notes }),
    ...(old.planReason === null ? {} : { planReason: reasonInput(old.planReason) }),
  });
}

/** The same with the photos; without them when the ledger keeps them with the undone entry. */
async function writeAgainWithPhotos(turn: Turn, old: Fact): Promise<FactAnswer> {
  const photoIds = old.photos.map((photo) => photo.id);
  try {
    return await writeAgain(turn, old, photoIds);
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.sentence !== "photo_taken") throw error;
    return writeAgain(turn, old, []);
  }
}

/** Why an entry cannot be restored; null for other errors. */
function refusalOf(error: unknown): BotKey | null {
  if (!(error instanceof DomainError)) return null;
  if (error.code === "idempotency_mismatch") return "error.double";
  return error.details.sentence === "reason_required" ? "fact.restore_over" : null;
}

/** Restores an undone entry as a new one. */
export async function restore(turn: Turn, factId: number): Promise<void> {
  const old = await getFact.run(turn.context(), { factId });
  try {
    showRestored(turn, factId, await writeAgainWithPhotos(turn, old));
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    turn.toast(turn.t(refused));
  }
}

function showRestored(turn: Turn, factId: number, { fact, floorVolume: volume }: FactAnswer): void {
  const view = makeView(wordsOf(turn), fact, { volume, next: null, was: null });
  const cardKey = `fact:restored:${factId}`;
  const at = turn.now.toISOString();
  turn.remember({
    entry: { factId: fact.id, objectId: fact.objectId, dialogueId: turn.requestId, cardKey, at, view },
  });
  turn.card(cardKey, savedCard(wordsOf(turn), fact.id, view), "pressed");
}

const reasonInput = (reason: NonNullable<Fact["planReason"]>) =>
  reason.text === null ? { code: reason.code } : { code: reason.code, text: reason.text };
