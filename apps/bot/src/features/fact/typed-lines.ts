import { findLines } from "@stsphera/contracts/facts/find-lines";
import { openForm } from "../../engine/forms/move-on.ts";
import { factObjects, isRunning, usualObject } from "../../engine/my-objects.ts";
import type { Turn } from "../../engine/turn.ts";
import { typedText } from "../../engine/typed.ts";
import { wordsOf } from "../../engine/words.ts";
import { loadForm } from "./fact-card.ts";
import { factForms, startFact } from "./fact-forms.ts";
import { heldWords } from "./messages/lines.ts";
import { startLine } from "./settle.ts";

const MAX_SEARCH = 80;

/**
 * «восток 5» in the chat: the lines of the chat's object that are meant, or the only one's quantity. False when the words
 * mean no line.
 */
export async function onTypedLine(turn: Turn): Promise<boolean> {
  const text = typedText(turn);
  if (text === null || text.startsWith("/") || text.length > MAX_SEARCH) return false;
  const object = usualObject(turn, await factObjects(turn));
  if (object === null || !isRunning(object)) return false;
  const form = await loadForm(turn, object.id, null);
  const found = findLines([...form.lines, ...form.others], text);
  const [only] = found;
  if (only === undefined) return false;
  const isHeld = heldWords(wordsOf(turn), form) !== null;
  if (found.length > 1 || isHeld) {
    const search = isHeld ? {} : { search: text };
    const start = startFact(turn, object.id, { step: "floorVolumeId", ...search, apart: true });
    await openForm(factForms, turn, start);
    return true;
  }
  const start = await startLine(turn, object.id, form.date, String(only.floorVolumeId));
  await openForm(factForms, turn, startFact(turn, object.id, { ...start, step: "quantity", apart: true }));
  return true;
}
