import { attachPhotos, DomainError, enterFact, getFact, listFacts, undoFact } from "@stsphera/core";
import { returnedCard } from "@stsphera/core/cards/facts";
import type { Fact, FactAnswer } from "@stsphera/contracts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { makeView } from "./entry-view.ts";
import { savedCard, undoneCard } from "./messages/saved.ts";

/** Entries of a cell and day that are read at most. */
const MOST = 200;

/** Undoes the entry while that is allowed; otherwise the card stays and the user is told. */
export async function undo(turn: Turn, factId: number): Promise<void> {
  try {
    const { fact } = await undoFact.run(turn.context(), { factId });
    if (turn.memory().entry?.factId === factId) turn.remember({ entry: null });
    turn.show(undoneCard(wordsOf(turn), undone(fact)));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    const { sentence } = error.details;
    if (sentence === "object_is_over") throw error;
    turn.toast(turn.t(sentence === "undo_time_over" ? "fact.undo_late" : "error.conflict.title"));
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

/** True when the entry, or the newest correction of it, counts in the ledger. */
async function stands(turn: Turn, fact: Fact): Promise<boolean> {
  if (fact.reversedById === null) return true;
  const { objectId, floorVolumeId, date } = fact;
  const day = { objectId, floorVolumeId, from: date, to: date, limit: MOST };
  const { items } = await listFacts.run(turn.context(), day);
  const replaced = (factId: number): boolean => {
    const next = items.find(({ replacesId }) => replacesId === factId);
    return next !== undefined && (next.reversedById === null || replaced(next.id));
  };
  return replaced(fact.id);
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
  turn.show(undoneCard(wordsOf(turn), undone(copy)));
}

function showRestored(turn: Turn, { fact, floorVolume: volume }: FactAnswer): void {
  const view = makeView(wordsOf(turn), fact, { volume, next: null, was: null });
  const cardKey = returnedCard.key(fact.id);
  const at = turn.now.toISOString();
  turn.remember({
    entry: { factId: fact.id, objectId: fact.objectId, dialogueId: turn.requestId, cardKey, at, view },
  });
  turn.card(cardKey, savedCard(wordsOf(turn), fact.id, view), "pressed");
}

const reasonInput = (reason: NonNullable<Fact["planReason"]>) =>
  reason.text === null ? { code: reason.code } : { code: reason.code, text: reason.text };
