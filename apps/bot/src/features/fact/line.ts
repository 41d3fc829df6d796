import { getFactForm, notFound } from "@stsphera/core";
import type { FactForm, FactFormLine } from "@stsphera/contracts";
import type { RenderedMessage } from "@stsphera/telegram";
import type { Turn } from "../../engine/turn.ts";
import { cardOf, type FactDialogue } from "./dialogue.ts";

/** The form of the dialogue's object and day. */
export async function loadForm(turn: Turn, d: Pick<FactDialogue, "objectId" | "date">): Promise<FactForm> {
  if (d.objectId === null) throw notFound();
  return getFactForm.run(turn.context(), {
    objectId: d.objectId,
    ...(d.date === null ? {} : { date: d.date }),
  });
}

export type Line = { form: FactForm; entry: FactFormLine };

/** The form with the dialogue's line in it. */
export async function loadLine(turn: Turn, d: FactDialogue): Promise<Line> {
  const form = await loadForm(turn, d);
  const entry = [...form.lines, ...form.others].find(({ floorVolumeId }) => floorVolumeId === d.volumeId);
  if (entry === undefined) throw notFound();
  return { form, entry };
}

/** Keeps where the dialogue stands and shows it: in place after a press, below after words. */
export function showStep(turn: Turn, d: FactDialogue, message: RenderedMessage, where?: "pressed"): void {
  turn.remember({ dialogue: d });
  turn.card(cardOf(d), message, where ?? (turn.callback === undefined ? "below" : "in place"));
}
