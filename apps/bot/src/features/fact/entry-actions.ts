import { getFact } from "@stsphera/core";
import type { Fact, PlanReason } from "@stsphera/contracts";
import { openForm } from "../../engine/forms/move-on.ts";
import { refusalWords } from "../../engine/refusal-words.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import type { EntryPress } from "./callback-data.ts";
import { newestNow } from "./entry-now.ts";
import { viewOf } from "./entry-view.ts";
import { explain } from "./explain.ts";
import { factForms, startFact } from "./fact-forms.ts";
import { reasonButtons, savedCard } from "./messages/saved.ts";
import { startLine } from "./settle.ts";
import { restore, undo } from "./take-back.ts";

const load = (turn: Turn, factId: number): Promise<Fact> => getFact.run(turn.context(), { factId });

/** «Исправить»: the entry's card asks for the right quantity. */
async function fix(turn: Turn, factId: number): Promise<void> {
  const fact = await load(turn, factId);
  if (fact.can?.correct !== true) {
    // Nothing has changed where a returned entry still stands: its author's time is over.
    const isOver = fact.status === "returned" && fact.reversedById === null;
    turn.toast(isOver ? refusalWords(turn, "correction_time_over") : turn.t("error.conflict.title"));
    return turn.show(await newestNow(turn, factId));
  }
  const { objectId, date, version, quantity: old, photos, crew, workers, notes, floorVolumeId } = fact;
  const correcting = { factId, version, old, photos: photos.length };
  const crewId = String(crew?.id ?? 0);
  const values = { floorVolumeId: String(floorVolumeId), date, crewId, notes };
  const start = { step: "quantity", values, subject: { correcting, workers } };
  return openForm(factForms, turn, startFact(turn, objectId, start));
}

/** «Дальше»: the next line of the same day, in a new card. */
async function enterNext(turn: Turn, factId: number, volumeId: string): Promise<void> {
  const { objectId, date } = await load(turn, factId);
  const start = await startLine(turn, objectId, date, volumeId);
  return openForm(factForms, turn, startFact(turn, objectId, { ...start, step: "quantity", apart: true }));
}

/** «Все строки» of the entry's day. */
async function showAll(turn: Turn, factId: number): Promise<void> {
  const { objectId, date } = await load(turn, factId);
  turn.remember({ objectId });
  return openForm(factForms, turn, startFact(turn, objectId, { values: { date }, apart: true }));
}

async function because(turn: Turn, factId: number, code: PlanReason): Promise<void> {
  if (code === "other")
    return openForm(factForms, turn, { form: "explain", subject: { factId }, apart: true });
  const shown = await explain(turn, factId, { code });
  turn.tell(turn.t("fact.reason.thanks"));
  if (!shown) turn.showButtons([]);
}

/** Shows the entry's current card; when the bot no longer remembers the entry, the message keeps its buttons. */
function showCard(turn: Turn, factId: number): void {
  const { entry } = turn.memory();
  const view = entry?.factId === factId ? viewOf(entry) : null;
  if (entry === null || view === null) return turn.toast(turn.t("error.stale_dialog"));
  turn.card(entry.cardKey, savedCard(wordsOf(turn), factId, view));
}

/** Handles the buttons under a saved entry, whatever dialogue is open. */
export function onEntryPress(turn: Turn, { factId, action, argument }: EntryPress): Promise<void> | void {
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
    case "next":
      return enterNext(turn, factId, argument);
    case "all":
      return showAll(turn, factId);
  }
}
