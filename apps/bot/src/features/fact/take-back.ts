import { attachPhotos, DomainError, enterFact, getFact, undoFact } from "@stsphera/core";
import { returnedCard } from "@stsphera/core/cards/facts";
import type { Fact, FactAnswer } from "@stsphera/contracts";
import { personsToday } from "../../engine/days.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { entryNow, stands, undoneNow } from "./entry-now.ts";
import { makeView } from "./entry-view.ts";
import { savedCard } from "./messages/saved.ts";

/** Undoes the entry while that is allowed; otherwise the user is told, and the card shows what is now. */
export async function undo(turn: Turn, factId: number): Promise<void> {
  try {
    const { fact } = await undoFact.run(turn.context(), { factId });
    if (turn.memory().entry?.factId === factId) turn.remember({ entry: null });
    turn.show(undoneNow(turn, fact));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    const { sentence } = error.details;
    if (sentence === "object_is_over") throw error;
    turn.toast(turn.t(sentence === "undo_time_over" ? "fact.undo_late" : "error.conflict.title"));
    turn.show(await entryNow(turn, factId));
  }
}

/** Saves a copy of an entry; idempotent, so that repeated presses create one copy. Its photos follow by themselves. */
function writeAgain(turn: Turn, old: Fact): Promise<FactAnswer> {
  return enterFact.run(turn.context(`tg:restore:${old.id}`), {
    objectId: old.objectId,
    floorVolumeId: old.floorVolumeId,
    date: old.date,
    shift: old.shift,
    quantity: old.quantity,
    confirmDuplicate: true,
    ...(old.crew === null ? {} : { crewId: old.crew.id }),
    ...(old.workers === null ? {} : { workers: old.workers }),
    ...(old.hours === null ? {} : { hours: old.hours }),
    ...(old.notes === null ? {} : { notes: old.notes }),
    ...(old.planReason === null ? {} : { planReason: reasonInput(old.planReason) }),
  });
}

/** Moves the photos of the undone entry to its copy, unless the ledger keeps them. */
async function movePhotos(turn: Turn, { photos }: Fact, copy: Fact): Promise<Fact> {
  if (photos.length === 0) return copy;
  try {
    return await attachPhotos.run(turn.context(), { factId: copy.id, fileIds: photos.map(({ id }) => id) });
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.sentence !== "photo_taken") throw error;
    return copy;
  }
}

/** Restores an undone entry as a new one; what already counts, or was undone again, is told and not written. */
export async function restore(turn: Turn, factId: number): Promise<void> {
  const old = await getFact.run(turn.context(), { factId });
  if (old.author.id !== turn.person().id) return turn.toast(turn.t("error.not_yours_plain"));
  if (await stands(turn, old)) return turn.toast(turn.t("error.double"));
  try {
    await showCopy(turn, old, await writeAgain(turn, old));
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.sentence !== "reason_required") throw error;
    turn.toast(turn.t("fact.restore_over"));
  }
}

/** The answer of the copy may be a stored one, so the ledger decides whether the copy still counts. */
async function showCopy(turn: Turn, old: Fact, { fact, floorVolume }: FactAnswer): Promise<void> {
  const copy = await getFact.run(turn.context(), { factId: fact.id });
  const shown = turn.memory().entry?.factId === copy.id;
  if (copy.reversedById === null && !shown)
    return showRestored(turn, { fact: await movePhotos(turn, old, copy), floorVolume });
  if (await stands(turn, copy)) return turn.toast(turn.t("error.double"));
  turn.toast(turn.t("fact.undone_again"));
  turn.show(undoneNow(turn, copy));
}

function showRestored(turn: Turn, { fact, floorVolume: volume }: FactAnswer): void {
  const view = makeView(wordsOf(turn), fact, { volume, next: null, was: null, today: personsToday(turn) });
  const cardKey = returnedCard.key(fact.id);
  const at = turn.now.toISOString();
  turn.remember({
    entry: { factId: fact.id, objectId: fact.objectId, dialogueId: turn.requestId, cardKey, at, view },
  });
  turn.card(cardKey, savedCard(wordsOf(turn), fact.id, view), "pressed");
}

const reasonInput = (reason: NonNullable<Fact["planReason"]>) =>
  reason.text === null ? { code: reason.code } : { code: reason.code, text: reason.text };
