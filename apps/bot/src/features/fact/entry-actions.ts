import { explainFact, getFact } from "@stsphera/core";
import type { Fact, PlanReason } from "@stsphera/contracts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { type EntryPress, packEntry } from "./callback-data.ts";
import { chooseLine } from "./choose-quantity.ts";
import { afterExplaining, cardOf, currentFact, type FactDialogue, keptPhotos, newFact } from "./dialogue.ts";
import { reasonInWords, viewOf } from "./entry-view.ts";
import { loadForm } from "./line.ts";
import { reasonWordsCard } from "./messages/choices.ts";
import { reasonButtons, savedCard } from "./messages/saved.ts";
import { showLines } from "./open-fact.ts";
import { restore, undo } from "./take-back.ts";

/** A dialogue about the object and the day of an entry; photos sent before come along. */
function dialogueBeside(turn: Turn, fact: Fact, today: string): FactDialogue {
  const kept = keptPhotos(currentFact(turn), fact.objectId);
  return newFact(turn, { objectId: fact.objectId, date: fact.date === today ? null : fact.date, ...kept });
}

async function beside(turn: Turn, factId: number): Promise<{ fact: Fact; d: FactDialogue }> {
  const fact = await getFact.run(turn.context(), { factId });
  const form = await loadForm(turn, { objectId: fact.objectId, date: null });
  return { fact, d: dialogueBeside(turn, fact, form.today) };
}

/** «Исправить»: the card of the entry becomes the question for the right number. */
async function fix(turn: Turn, factId: number): Promise<void> {
  const { fact, d } = await beside(turn, factId);
  if (fact.can?.correct !== true) return turn.toast(turn.t("error.conflict.title"));
  const { version, quantity: old, photos } = fact;
  const correcting = { factId, version, old, photos: photos.length };
  const crew = { id: fact.crew?.id ?? null, workers: fact.workers };
  const next = { ...d, correcting, crew, notes: fact.notes, volumeId: fact.floorVolumeId };
  await chooseLine(turn, next, fact.floorVolumeId, "pressed");
}

/** Writes why the figure is off and shows it on the card. */
export async function explain(
  turn: Turn,
  factId: number,
  reason: { code: PlanReason; text?: string },
): Promise<void> {
  const { version } = await getFact.run(turn.context(), { factId });
  const fact = await explainFact.run(turn.context(), { factId, version, planReason: reason });
  const { entry } = turn.memory();
  const view = entry?.factId === factId ? viewOf(entry) : null;
  turn.tell(turn.t("fact.reason.thanks"));
  if (entry === null || view === null) return turn.showButtons([]);
  const explained = { ...view, asksReason: false, reason: reasonInWords(wordsOf(turn), fact.planReason) };
  turn.remember({ entry: { ...entry, view: explained } });
  turn.card(entry.cardKey, savedCard(wordsOf(turn), factId, explained));
}

async function because(turn: Turn, factId: number, code: PlanReason): Promise<void> {
  if (code !== "other") return explain(turn, factId, { code });
  const { d } = await beside(turn, factId);
  const asking: FactDialogue = { ...d, step: "why_words", explaining: factId };
  turn.remember({ dialogue: asking });
  turn.card(cardOf(asking), reasonWordsCard(wordsOf(turn), packEntry(factId, "card")));
}

/** The card as it stands; for an entry the bot no longer remembers the buttons stay. */
function showCard(turn: Turn, factId: number): void {
  const { entry } = turn.memory();
  const view = entry?.factId === factId ? viewOf(entry) : null;
  const current = currentFact(turn);
  if (current?.step === "why_words") {
    turn.remember({ dialogue: afterExplaining(current) });
    return turn.call("deleteMessage", { message_id: turn.callback?.message?.message_id });
  }
  if (entry === null || view === null) return turn.toast(turn.t("error.stale_dialog"));
  turn.card(entry.cardKey, savedCard(wordsOf(turn), factId, view));
}

/** The buttons under a saved entry, whatever dialogue is going on. */
export async function onEntryPress(turn: Turn, { factId, action, argument }: EntryPress): Promise<void> {
  switch (action) {
    case "undo":
      return undo(turn, factId);
    case "restore":
      return restore(turn, factId);
    case "fix":
      return fix(turn, factId);
    case "why":
      return turn.showButtons(reasonButtons(wordsOf(turn), factId));
    case "because":
      return because(turn, factId, argument as PlanReason);
    case "card":
      return showCard(turn, factId);
    case "next": {
      const { d } = await beside(turn, factId);
      return chooseLine(turn, d, Number(argument));
    }
    case "all": {
      const { d } = await beside(turn, factId);
      return showLines(turn, d);
    }
  }
}
