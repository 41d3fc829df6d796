import type { PlanReason } from "@stsphera/contracts";
import { packDialogue } from "./callback-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { chooseLine, showConfirm } from "./choose-quantity.ts";
import type { FactDialogue } from "./dialogue.ts";
import { loadLine, showStep } from "./line.ts";
import { crewsCard, noteCard, reasonWordsCard } from "./messages/choices.ts";
import { save } from "./save.ts";

/** Back to the entry: its last card, or the quantity while there is none. */
export async function showEntry(turn: Turn, d: FactDialogue): Promise<void> {
  if (d.volumeId === null) return turn.toast(turn.t("error.stale_dialog"));
  if (d.quantity === null) return chooseLine(turn, d, d.volumeId);
  showConfirm(turn, d, await loadLine(turn, d), d.quantity);
}

export async function showCrews(turn: Turn, d: FactDialogue): Promise<void> {
  const { form, entry } = await loadLine(turn, d);
  showStep(turn, { ...d, step: "crews" }, crewsCard(wordsOf(turn), form, entry, d));
}

/** Takes a crew with all its people; 0 is none. */
export async function chooseCrew(turn: Turn, d: FactDialogue, crewId: number): Promise<void> {
  const { form } = await loadLine(turn, d);
  const crew = form.crews.find(({ id }) => id === crewId);
  const chosen = crew === undefined ? { id: null, workers: null } : { id: crew.id, workers: crew.size };
  return showEntry(turn, { ...d, crew: chosen });
}

export async function askNote(turn: Turn, d: FactDialogue): Promise<void> {
  const { entry } = await loadLine(turn, d);
  showStep(turn, { ...d, step: "note" }, noteCard(wordsOf(turn), entry, d));
}

/** The reason of going over what is left; «Другое» is asked for in words. */
export async function chooseReason(turn: Turn, d: FactDialogue, code: PlanReason): Promise<void> {
  if (code !== "other") return save(turn, { ...d, reason: { code } });
  const back = packDialogue(d.id, "entry");
  showStep(turn, { ...d, step: "over_words" }, reasonWordsCard(wordsOf(turn), back));
}
