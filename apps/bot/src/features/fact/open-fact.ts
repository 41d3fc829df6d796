import { factObjects, isRunning } from "../../engine/my-objects.ts";
import { sayNowhere } from "../../engine/nowhere.ts";
import { resumeMessage } from "../../engine/steps.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { packDialogue } from "./callback-data.ts";
import {
  cardOf,
  currentFact,
  type FactDialogue,
  isBegun,
  keptPhotos,
  newFact,
  withoutEntry,
} from "./dialogue.ts";
import { loadForm, showStep } from "./line.ts";
import { daysCard, linesCard, notActiveCard, othersCard, pickObjectCard } from "./messages/lines.ts";
import { factInWords } from "./suspended-fact.ts";

/** Calendar days that the chooser offers at most. */
const MOST_DAYS = 12;

/** /fact: goes on with what was begun, or shows the lines of the object. */
export async function openFact(turn: Turn): Promise<void> {
  const current = currentFact(turn);
  if (isBegun(current)) {
    return showStep(
      turn,
      current,
      resumeMessage(turn, current, await factInWords(turn, current), packDialogue),
    );
  }
  const mine = await factObjects(turn);
  const [only] = mine;
  if (only === undefined) return sayNowhere(turn);
  if (mine.length === 1)
    return showLines(turn, newFact(turn, { objectId: only.id, ...keptPhotos(current, only.id) }));
  const d = newFact(turn, { step: "object", ...keptPhotos(current, null) });
  showStep(turn, d, pickObjectCard(wordsOf(turn), mine, d.id));
}

/** The lines of the dialogue's object and day. */
export async function showLines(turn: Turn, d: FactDialogue): Promise<void> {
  const form = await loadForm(turn, d);
  turn.remember({ objectId: form.object.id });
  if (!isRunning(form.object)) {
    turn.remember({ dialogue: null });
    return turn.card(cardOf(d), notActiveCard(wordsOf(turn), form.object));
  }
  showStep(turn, { ...d, step: "lines", page: 0 }, linesCard(wordsOf(turn), form, d.id));
}

export async function showOthers(turn: Turn, d: FactDialogue, page: number): Promise<void> {
  const form = await loadForm(turn, d);
  showStep(turn, { ...d, step: "others", page }, othersCard(wordsOf(turn), form, d.id, page));
}

/** The days a person may choose: today and back to the oldest open one. */
export async function showDays(turn: Turn, d: FactDialogue): Promise<void> {
  const form = await loadForm(turn, { ...d, date: null });
  const days: string[] = [];
  for (let at = Date.parse(form.today); days.length < MOST_DAYS; at -= 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day < form.earliest) break;
    days.push(day);
  }
  showStep(turn, { ...d, step: "days" }, daysCard(wordsOf(turn), form, days, d.id));
}

/** Takes a day; one that is closed or to come says so and changes nothing. */
export async function chooseDay(turn: Turn, d: FactDialogue, date: string): Promise<void> {
  const form = await loadForm(turn, { ...d, date: null });
  if (date > form.today) return turn.toast(turn.t("fact.bad.future"));
  if (date < form.earliest) return turn.toast(turn.t("fact.bad.closed"));
  return showLines(turn, { ...withoutEntry(d), date: date === form.today ? null : date });
}
