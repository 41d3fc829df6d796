import { DomainError } from "@stsphera/core";
import { withUnit } from "@stsphera/contracts/format";
import { suspendable } from "../../engine/suspended.ts";
import type { Turn } from "../../engine/turn.ts";
import { shortPlace, workInSentence } from "../../engine/words.ts";
import { packDialogue } from "./callback-data.ts";
import { cardOf, type FactDialogue, isBegun, photosOf, readFact } from "./dialogue.ts";
import { loadLine } from "./line.ts";

/** «Факт: модули, Юг 11, 10 шт»; as much of it as was told. */
export async function factInWords(turn: Turn, d: FactDialogue): Promise<string> {
  const { t, locale } = turn;
  const count = photosOf(d);
  const short = count === 0 ? t("dialog.resumed.fact") : t("dialog.resumed.photos", { count });
  if (d.volumeId === null) return short;
  try {
    const { entry } = await loadLine(turn, d);
    const line = { work: workInSentence(entry.workType), place: shortPlace(entry) };
    if (d.quantity === null) return t("dialog.resumed.line", line);
    return t("dialog.resumed.what", { ...line, qty: withUnit(d.quantity, entry.workType.unit, locale) });
  } catch (error) {
    if (error instanceof DomainError) return short;
    throw error;
  }
}

/** An entry waits with its number and its photos. */
export const suspendedFact = suspendable({
  feature: "fact",
  command: "fact",
  read: readFact,
  // Another entry takes over the photos of one without a number.
  holds: (d, next) => (next?.feature === "fact" ? isBegun(d) : d.volumeId !== null || photosOf(d) > 0),
  words: factInWords,
  otherwise: ({ t }) => t("dialog.resumed.fact"),
  cardKey: cardOf,
  pack: packDialogue,
});
