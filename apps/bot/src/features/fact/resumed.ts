import { DomainError } from "@stsphera/core";
import { withUnit } from "@stsphera/contracts/format";
import { wordsIn } from "../../engine/forms/answers.ts";
import type { FormState } from "../../engine/forms/form-state.ts";
import type { Dialogue } from "../../engine/memory.ts";
import type { Turn } from "../../engine/turn.ts";
import { shortPlace, workInSentence } from "../../engine/words.ts";
import { factSubject, loadCard } from "./fact-card.ts";
import { photosIn } from "./photos-in.ts";

/** «Факт: модули, Юг 11, 10 шт», with as much as is known. */
export async function factInWords(turn: Turn, state: FormState): Promise<string> {
  const { t, locale } = turn;
  const { values } = state;
  const subject = factSubject.parse(state.subject);
  const count = photosIn(state, subject);
  const short = count === 0 ? t("dialog.resumed.fact") : t("dialog.resumed.photos", { count });
  if (wordsIn(values, "floorVolumeId") === null) return short;
  try {
    const entry = (await loadCard(turn, subject, values)).entry();
    const line = { work: workInSentence(entry.workType), place: shortPlace(entry) };
    const quantity = wordsIn(values, "quantity");
    if (quantity === null) return t("dialog.resumed.line", line);
    return t("dialog.resumed.what", { ...line, qty: withUnit(quantity, entry.workType.unit, locale) });
  } catch (error) {
    if (error instanceof DomainError) return short;
    throw error;
  }
}

/**
 * True when the entry would be lost: always with a quantity; without one unless the next dialogue is another entry,
 * which takes over its photos.
 */
export function holdsFact(state: FormState, next: Dialogue | null): boolean {
  if (state.form !== "enter") return false;
  const line = wordsIn(state.values, "floorVolumeId") !== null;
  const entersNext = next?.feature === "fact" && next["form"] !== "explain";
  if (entersNext) return line && wordsIn(state.values, "quantity") !== null;
  return line || photosIn(state, factSubject.parse(state.subject)) > 0;
}
