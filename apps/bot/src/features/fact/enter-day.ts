import { openForm } from "../../engine/forms/move-on.ts";
import type { Turn } from "../../engine/turn.ts";
import { factForms, startFact } from "./fact-forms.ts";

/** «Внести» of a reminder: the lines of its day, in a new card. */
export function enterDay(turn: Turn, { objectId, date }: { objectId: number; date: string }): Promise<void> {
  turn.remember({ objectId });
  return openForm(factForms, turn, startFact(turn, objectId, { values: { date }, apart: true }));
}
