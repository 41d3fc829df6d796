import { type Button, card, type RenderedMessage } from "@stsphera/telegram";
import { menuButton, press } from "./buttons.ts";
import type { Dialogue } from "./memory.ts";
import { packStep, unpackStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** Name of the living card of a dialogue: its own, or that of the thing it is about. */
export const stepCardKey = (d: { id: string; card?: unknown }): string =>
  typeof d.card === "string" ? d.card : `dialogue:${d.id}`;

/** Under words it is a new message; a dialogue that begins with a press takes the pressed message over. */
const placeOf = (turn: Turn, d: { id: string }, apart: boolean): "below" | "in place" | "pressed" => {
  if (turn.callback === undefined) return "below";
  return apart || turn.memory().dialogue?.id === d.id ? "in place" : "pressed";
};

/** Keeps where a dialogue stands and shows it. */
export function showStep(turn: Turn, d: Dialogue, message: RenderedMessage, apart = false): void {
  const place = placeOf(turn, d, apart);
  turn.remember({ dialogue: d });
  turn.card(stepCardKey(d), message, place);
}

/** The dialogue is over: its card becomes this. */
export function endSteps(turn: Turn, d: Dialogue, message: RenderedMessage, written = true): void {
  const place = turn.callback === undefined ? "below" : "pressed";
  turn.remember({ dialogue: null, ended: { id: d.id, written } });
  turn.card(stepCardKey(d), message, place);
}

/** «Отмена»: nothing was written. */
export function cancelSteps(turn: Turn, d: Dialogue): void {
  const menu = turn.actor?.status === "active" ? [[menuButton(turn.t)]] : [];
  endSteps(turn, d, { text: turn.t("cancel.done"), buttons: menu }, false);
}

export const cancelStep = (turn: Turn, d: { id: string }): Button =>
  press(turn.t("button.cancel"), packStep(d.id, "cancel"));

/** The last row: back, if there is where to, and «Отмена». */
export const lastRow = (turn: Turn, d: { id: string }, back?: string): Button[] => [
  ...(back === undefined ? [] : [press(turn.t("button.back"), back)]),
  cancelStep(turn, d),
];

/** Asks whether to go on with what was begun; «Продолжить» is a step of its own. */
export function resumeMessage(turn: Turn, d: { id: string }, what: string): RenderedMessage {
  const { t } = turn;
  return {
    text: card(t("dialog.resumed.title"), [what]),
    buttons: [
      [
        press(t("dialog.resumed.continue"), packStep(d.id, "resume")),
        press(t("dialog.resumed.stop"), packStep(d.id, "cancel")),
      ],
    ],
  };
}

/** A press on a dialogue that is over: what came of it stays as it is. */
export function onStaleStep(turn: Turn, next: () => Promise<void>): Promise<void> | void {
  const pressed = unpackStep(turn.callback?.data ?? "");
  const { ended, entry } = turn.memory();
  if (pressed === null) return next();
  // Under the card of an entry its own buttons stay, whatever was written after it.
  if (entry?.dialogueId === pressed.dialogueId) return turn.toast(turn.t("error.double"));
  if (ended === null || ended.id !== pressed.dialogueId) return next();
  return turn.toast(turn.t(ended.written ? "error.double" : "error.stale_dialog"));
}
