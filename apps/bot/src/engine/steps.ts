import { type Button, card, type RenderedMessage } from "@stsphera/telegram";
import { sendAlbums } from "./albums.ts";
import { menuButton, press } from "./buttons.ts";
import type { Dialogue } from "./memory.ts";
import { packStep, unpackStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** Key of the dialogue's live card: its own, or the card of its entity. */
export const stepCardKey = (d: { id: string; card?: unknown }): string =>
  typeof d.card === "string" ? d.card : `dialogue:${d.id}`;

/** After a typed message the card is sent below; a dialogue started by a button takes over the pressed message. */
const placeOf = (turn: Turn, d: { id: string }, apart: boolean): "below" | "in place" | "pressed" => {
  if (turn.callback === undefined) return "below";
  return apart || turn.memory().dialogue?.id === d.id ? "in place" : "pressed";
};

/** Saves the dialogue's state and shows it. */
export function showStep(turn: Turn, d: Dialogue, message: RenderedMessage, apart = false): void {
  const place = placeOf(turn, d, apart);
  turn.remember({ dialogue: d });
  turn.card(stepCardKey(d), message, place);
}

/** Ends the dialogue; its card shows this message. */
export function endSteps(turn: Turn, d: Dialogue, message: RenderedMessage, written = true): void {
  const place = turn.callback === undefined ? "below" : "pressed";
  turn.remember({ dialogue: null, ended: { id: d.id, written } });
  if (written) sendAlbums(turn, d.id);
  turn.card(stepCardKey(d), message, place);
}

/** «Отмена»: nothing was written. */
export function cancelSteps(turn: Turn, d: Dialogue): void {
  const menu = turn.actor?.status === "active" ? [[menuButton(turn.t)]] : [];
  endSteps(turn, d, { text: turn.t("cancel.done"), buttons: menu }, false);
}

export const cancelStep = (turn: Turn, d: { id: string }): Button =>
  press(turn.t("button.cancel"), packStep(d.id, "cancel"));

/** The last row: «← Назад», when there is a previous step, and «Отмена». */
export const lastRow = (turn: Turn, d: { id: string }, back?: string): Button[] => [
  ...(back === undefined ? [] : [press(turn.t("button.back"), back)]),
  cancelStep(turn, d),
];

/** Offers to resume an interrupted dialogue. */
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

/** Answers a press on an ended dialogue without changing its result. */
export function onStaleStep(turn: Turn, next: () => Promise<void>): Promise<void> | void {
  const pressed = unpackStep(turn.callback?.data ?? "");
  const { ended, entry } = turn.memory();
  if (pressed === null) return next();
  // The card of an entry keeps its buttons, whatever was written after it.
  if (entry?.dialogueId === pressed.dialogueId) return turn.toast(turn.t("error.double"));
  if (ended === null || ended.id !== pressed.dialogueId) return next();
  return turn.toast(turn.t(ended.written ? "error.double" : "error.stale_dialog"));
}
