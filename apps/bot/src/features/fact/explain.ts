import { explainFact, getFact } from "@stsphera/core";
import type { PlanReason } from "@stsphera/contracts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { reasonInWords, viewOf } from "./entry-view.ts";
import { savedCard } from "./messages/saved.ts";

/** Saves the reason of a deviation and shows it on the card; false when the bot no longer remembers the card. */
export async function explain(
  turn: Turn,
  factId: number,
  reason: { code: PlanReason; text?: string },
): Promise<boolean> {
  const { version } = await getFact.run(turn.context(), { factId });
  const fact = await explainFact.run(turn.context(), { factId, version, planReason: reason });
  const { entry } = turn.memory();
  const view = entry?.factId === factId ? viewOf(entry) : null;
  if (entry === null || view === null) return false;
  const explained = { ...view, asksReason: false, reason: reasonInWords(wordsOf(turn), fact.planReason) };
  turn.remember({ entry: { ...entry, view: explained } });
  turn.card(entry.cardKey, savedCard(wordsOf(turn), factId, explained));
  return true;
}
