import type { ShiftClosing } from "@stsphera/contracts";
import { DomainError, getShift, reopenShift, withdrawShiftRecord } from "@stsphera/core";
import type { Feature } from "../../engine/feature.ts";
import { commandButton } from "../../engine/buttons.ts";
import { closeButton } from "../../engine/shift-buttons.ts";
import { openForm } from "../../engine/forms/move-on.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import { refusalWords } from "../../engine/refusal-words.ts";
import { type ShiftPress, unpackShift } from "../../engine/shift-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { reopenedText, withdrawnCard } from "./messages.ts";
import { shiftForms } from "./shift-forms.ts";

/** A conflict is told and leaves the card as it is; other errors are the engine's. */
async function orTell(turn: Turn, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    const { sentence } = error.details;
    turn.toast(sentence === undefined ? turn.t("error.conflict.title") : refusalWords(turn, sentence));
  }
}

/** The shift that an answer names: its object and the current day there. */
const shiftOf = (turn: Turn, { objectId, date, shift }: Pick<ShiftClosing, "objectId" | "date" | "shift">) =>
  getShift.run(turn.context(), { objectId, date, shift });

async function withdraw(turn: Turn, recordId: number, version: number): Promise<void> {
  const record = await withdrawShiftRecord.run(turn.context(), { recordId, version });
  turn.show(withdrawnCard(wordsOf(turn), record, await shiftOf(turn, record)));
}

async function reopen(turn: Turn, closingId: number, version: number): Promise<void> {
  const closing = await reopenShift.run(turn.context(), { closingId, version });
  const { objectId, date, shift } = closing;
  turn.toast(turn.t("shift.reopened"));
  turn.show({
    text: reopenedText(wordsOf(turn), closing, await shiftOf(turn, closing)),
    buttons: [
      [commandButton(turn.t("shift.lines"), "fact"), ...closeButton(turn, { objectId, day: date, shift })],
    ],
  });
}

async function onShiftPress(turn: Turn, press: ShiftPress): Promise<void> {
  switch (press.action) {
    case "withdraw":
      return orTell(turn, () => withdraw(turn, press.id, press.version));
    case "reopen":
      return orTell(turn, () => reopen(turn, press.id, press.version));
    default:
      return openForm(shiftForms, turn, {
        form: press.action,
        subject: { objectId: press.objectId, day: press.day, shift: press.shift ?? "day" },
      });
  }
}

/** Idle time, work without a quantity, and closing the shift; reached from /fact and the menu. */
export const shiftsFeature: Feature = {
  forms: [shiftForms],
  buttons: [onButtons(unpackShift, onShiftPress)],
};
