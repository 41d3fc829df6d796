import { getFact, listFacts, notFound } from "@stsphera/core";
import { returnedCard } from "@stsphera/core/cards/facts";
import { percentOf } from "@stsphera/core/calculation";
import type { Fact } from "@stsphera/contracts";
import type { RenderedMessage } from "@stsphera/telegram";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { makeView, viewOf } from "./entry-view.ts";
import { loadForm } from "./fact-card.ts";
import { savedCard, undoneCard } from "./messages/saved.ts";

/** Entries of a cell and day that are read at most. */
const MOST = 200;

/** The entry itself, or the newest correction of it. */
async function newestOf(turn: Turn, fact: Fact): Promise<Fact> {
  if (fact.reversedById === null) return fact;
  const { objectId, floorVolumeId, date } = fact;
  const day = { objectId, floorVolumeId, from: date, to: date, limit: MOST };
  const { items } = await listFacts.run(turn.context(), day);
  const newest = (of: Fact): Fact => {
    const next = items.find(({ replacesId }) => replacesId === of.id);
    return next === undefined ? of : newest(next);
  };
  return newest(fact);
}

/** True when the entry, or the newest correction of it, counts in the ledger. */
export const stands = async (turn: Turn, fact: Fact): Promise<boolean> =>
  (await newestOf(turn, fact)).reversedById === null;

/** The card of an entry that its author undid. */
export const undoneNow = (turn: Turn, fact: Fact): RenderedMessage =>
  undoneCard(wordsOf(turn), {
    factId: fact.id,
    work: fact.workType.name,
    unit: fact.workType.unit,
    quantity: fact.quantity,
    facade: fact.facade,
    floor: fact.floor,
  });

async function isUndone(turn: Turn, fact: Fact): Promise<boolean> {
  if (fact.reversedById === null || (await stands(turn, fact))) return false;
  const { author } = await getFact.run(turn.context(), { factId: fact.reversedById });
  return author.id === turn.person().id;
}

/** The card of an entry that was returned to its author; who returned it is told by its notification. */
function returnedNow(
  turn: Turn,
  fact: Fact,
  { today, objectName }: { today: string; objectName: string },
): RenderedMessage {
  const { id, objectId, author, workType, quantity, facade, floor, date, returnReason } = fact;
  const entry = {
    id,
    objectId,
    objectName,
    authorId: author.id,
    work: workType.name,
    unit: workType.unit,
    quantity,
    facade,
    floor,
    date,
    by: null,
    behalf: null,
    reason: returnReason ?? "",
    mayFix: fact.can?.correct === true,
  };
  const { publicUrl } = turn.services;
  return returnedCard.draw(entry, { locale: turn.locale, publicUrl, today });
}

/** An entry as the ledger has it now: its state, and the actions that are still possible. */
export async function entryNow(turn: Turn, factId: number): Promise<RenderedMessage> {
  const fact = await getFact.run(turn.context(), { factId });
  if (await isUndone(turn, fact)) return undoneNow(turn, fact);
  const { lines, others, today, object } = await loadForm(turn, fact.objectId, fact.date);
  if (fact.status === "returned") return returnedNow(turn, fact, { today, objectName: object.name });
  const line = [...lines, ...others].find(({ floorVolumeId }) => floorVolumeId === fact.floorVolumeId);
  if (line === undefined) throw notFound();
  const { done: factQty, planTotal: planQty } = line;
  const volume = {
    id: fact.floorVolumeId,
    factQty,
    planQty,
    pct: percentOf(factQty, planQty),
    remaining: "0",
  };
  const { entry } = turn.memory();
  const { next = null, was = null } = (entry?.factId === factId ? viewOf(entry) : null) ?? {};
  const view = { ...makeView(wordsOf(turn), fact, { volume, next: null, was, today }), next };
  if (entry?.factId === factId) turn.remember({ entry: { ...entry, view } });
  return savedCard(wordsOf(turn), factId, view);
}

/** The newest correction of an entry as the ledger has it now, or the entry itself. */
export async function newestNow(turn: Turn, factId: number): Promise<RenderedMessage> {
  const fact = await getFact.run(turn.context(), { factId });
  return entryNow(turn, (await newestOf(turn, fact)).id);
}
