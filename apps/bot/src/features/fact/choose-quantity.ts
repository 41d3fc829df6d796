import { isTooMuch, type BadQuantity } from "../../engine/forms/read-quantity.ts";
import type { FactFormLine } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { big, decimal } from "@stsphera/core/calculation";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { type FactDialogue, withoutEntry } from "./dialogue.ts";
import { type Line, loadLine, showStep } from "./line.ts";
import { confirmCard } from "./messages/confirm.ts";
import { leftFor, quantityCard } from "./messages/quantity.ts";

/** What is wrong with a number, in words. */
export function badQuantity(turn: Turn, bad: BadQuantity, entry: FactFormLine): string {
  const total = withUnit(entry.planTotal, entry.workType.unit, turn.locale);
  return bad === "too_much" ? turn.t("fact.bad.too_much", { total }) : turn.t(`fact.bad.${bad}`);
}

/** The crew that did it last time, with as many people. */
function usualCrew({ form, entry }: Line): FactDialogue["crew"] {
  const id = entry.suggestedCrewId ?? (form.crews.length === 1 ? (form.crews[0]?.id ?? null) : null);
  const crew = form.crews.find((one) => one.id === id);
  if (crew === undefined) return { id: null, workers: null };
  const same = entry.yesterday?.crewId === crew.id ? entry.yesterday.workers : null;
  return { id: crew.id, workers: same ?? crew.size };
}

/** A line was taken: how much is done there? The same line again keeps what was said of it. */
export async function chooseLine(
  turn: Turn,
  d: FactDialogue,
  volumeId: number,
  where?: "pressed",
): Promise<void> {
  const same = d.volumeId === volumeId;
  const chosen: FactDialogue = same ? d : { ...withoutEntry(d), volumeId };
  const found = await loadLine(turn, chosen);
  const crew = chosen.crew ?? usualCrew(found);
  const next: FactDialogue = { ...chosen, step: "quantity", crew, reason: null, confirmDuplicate: false };
  showStep(turn, next, quantityCard(wordsOf(turn), found.form, found.entry, next), where);
}

/** A quantity is known: one press is left. */
export function showConfirm(turn: Turn, d: FactDialogue, found: Line, quantity: string): void {
  const next = { ...d, step: "confirm" as const, quantity };
  showStep(turn, next, confirmCard(wordsOf(turn), found.form, found.entry, next));
}

/** Takes one of the quantities that stand on the buttons. */
export async function takeQuantity(
  turn: Turn,
  d: FactDialogue,
  which: "yesterday" | "plan" | "rest",
): Promise<void> {
  const found = await loadLine(turn, d);
  const { entry } = found;
  const quantity = { yesterday: entry.yesterday?.quantity, plan: entry.planToday, rest: leftFor(entry, d) }[
    which
  ];
  if (quantity === undefined || quantity === null) return turn.toast(turn.t("error.conflict.title"));
  return offer(turn, d, found, quantity);
}

/** Adds to the quantity; `from` tells whether it starts anew or goes on from what stands. */
export async function changeQuantity(
  turn: Turn,
  d: FactDialogue,
  by: string,
  from: "zero" | "quantity",
): Promise<void> {
  const found = await loadLine(turn, d);
  const start = from === "zero" ? "0" : (d.quantity ?? "0");
  return offer(turn, d, found, decimal(big(start).plus(by)));
}

function offer(turn: Turn, d: FactDialogue, found: Line, quantity: string): void {
  if (big(quantity).lte(0)) return turn.toast(badQuantity(turn, "zero", found.entry));
  if (isTooMuch(quantity, found.entry.planTotal))
    return turn.toast(badQuantity(turn, "too_much", found.entry));
  showConfirm(turn, d, found, quantity);
}
