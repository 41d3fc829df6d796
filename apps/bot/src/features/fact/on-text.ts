import { escapeHtml } from "@stsphera/telegram";
import type { Turn } from "../../engine/turn.ts";
import { badQuantity, showConfirm } from "./choose-quantity.ts";
import { afterExplaining, type FactDialogue } from "./dialogue.ts";
import { showEntry } from "./details.ts";
import { explain } from "./entry-actions.ts";
import { loadLine } from "./line.ts";
import { readQuantity } from "../../engine/forms/read-quantity.ts";
import { save } from "./save.ts";

const MOST_NOTE = 2000;
const MOST_REASON = 300;

const reply = (turn: Turn, text: string): void => turn.say({ text: escapeHtml(text), buttons: [] });

/** What was typed, unless it was typed elsewhere and forwarded here. */
function typed(turn: Turn): string | null {
  const { message } = turn;
  if (message?.forward_origin !== undefined) return null;
  const text = message?.text?.trim() ?? "";
  return text === "" ? null : text;
}

async function onNumber(turn: Turn, d: FactDialogue): Promise<void> {
  const text = typed(turn);
  if (text === null) return reply(turn, turn.t("fact.bad.not_number"));
  const found = await loadLine(turn, d);
  const { unit } = found.entry.workType;
  const read = readQuantity(text, { unit, planTotal: found.entry.planTotal });
  if (!read.ok) return reply(turn, badQuantity(turn, read.bad, found.entry));
  showConfirm(turn, { ...d, reason: null, confirmDuplicate: false }, found, read.quantity);
}

/** Words of a step; null after telling what is waited for. */
function words(turn: Turn, most: number): string | null {
  const text = typed(turn);
  if (text !== null && text.length <= most) return text;
  const expected = turn.t("fact.expected.words");
  const example = turn.t("fact.expected.words_example");
  const tooLong = most === MOST_NOTE ? turn.t("fact.note.too_long") : turn.t("fact.reason.words");
  reply(turn, text === null ? turn.t("error.not_text", { expected, example }) : tooLong);
  return null;
}

async function onNote(turn: Turn, d: FactDialogue): Promise<void> {
  const notes = words(turn, MOST_NOTE);
  if (notes !== null) await showEntry(turn, { ...d, notes });
}

async function onReason(turn: Turn, d: FactDialogue): Promise<void> {
  const text = words(turn, MOST_REASON);
  if (text === null) return;
  if (d.explaining === null) return save(turn, { ...d, reason: { code: "other", text } });
  turn.remember({ dialogue: afterExplaining(d) });
  await explain(turn, d.explaining, { code: "other", text });
}

/** Whatever a person sends that is neither a command nor a photo; nothing of the dialogue is lost. */
export function onWords(turn: Turn, d: FactDialogue): Promise<void> | void {
  switch (d.step) {
    case "quantity":
    case "confirm":
    case "over":
    case "duplicate":
    case "crews":
      return onNumber(turn, d);
    case "note":
      return onNote(turn, d);
    case "over_words":
    case "why_words":
      return onReason(turn, d);
    case "object":
    case "lines":
    case "others":
    case "days": {
      const expected = turn.t("fact.expected.line");
      return reply(
        turn,
        turn.t("error.not_text", { expected, example: turn.t("fact.expected.line_example") }),
      );
    }
  }
}
