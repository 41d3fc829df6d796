import type { ShiftClosing } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { DomainError, getShift, momentText, reopenShift, withdrawShiftRecord } from "@stsphera/core";
import { card, line, miniAppUrl } from "@stsphera/telegram";
import type { Feature } from "../../engine/feature.ts";
import { appButton, commandButton, press } from "../../engine/buttons.ts";
import { closeButton, type ShiftAt } from "../../engine/shift-buttons.ts";
import { openForm } from "../../engine/forms/move-on.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import { refusalWords } from "../../engine/refusal-words.ts";
import { packShift, type ShiftPress, unpackShift } from "../../engine/shift-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { reopenedText, shiftDayText, withdrawnCard } from "./messages.ts";
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

/**
 * Whose part the user closes: asked when there are several that they may; nothing to ask leaves it to the form, which
 * says why not.
 */
async function whosePart(turn: Turn, asked: ShiftAt): Promise<number | undefined | "asked"> {
  const { objectId, day, shift: of = "day" } = asked;
  const shift = await getShift.run(turn.context(), { objectId, date: day, shift: of });
  const open = shift.parts
    .filter(({ canClose }) => canClose)
    .map(({ foreman }) => ({
      id: foreman?.id ?? 0,
      name: foreman === null ? turn.t("shift.no_foreman") : shortName(foreman.fullName),
    }));
  if (open.length < 2) return open[0]?.id;
  const words = wordsOf(turn);
  turn.show({
    text: card(turn.t("shift.whose"), [shift.object.name, shiftDayText(words, shift, shift)]),
    buttons: open.map(({ id, name }) => [
      press(name, packShift({ action: "close", ...asked, foremanId: id })),
    ]),
  });
  return "asked";
}

/** Says who closed the part and when, with the way to open it again; false when it is open. The pressed card stays. */
async function saidClosed(turn: Turn, { objectId, day, shift: of = "day" }: ShiftAt, whose: number) {
  const { t, locale, now, services } = turn;
  const shift = await getShift.run(turn.context(), { objectId, date: day, shift: of });
  const part = shift.parts.find(({ foreman }) => (foreman?.id ?? 0) === whose);
  const closing = part?.closing ?? null;
  if (closing === null) return false;
  const words = wordsOf(turn);
  const at = momentText(closing.at, { timeZone: words.timeZone, now, locale });
  const who =
    closing.by === null ? t("shift.closed_itself", { at }) : `${shortName(closing.by.fullName)}, ${at}`;
  const foreman = part?.foreman ?? null;
  const link = { kind: "object", id: objectId, section: "shift", day } as const;
  turn.say({
    text: card(t("shift.closed_already"), [
      `${shift.object.name} · ${shiftDayText(words, shift, shift)}`,
      line(t("shift.closed.part"), foreman === null ? null : shortName(foreman.fullName)),
      line(t("shift.closed.by"), who),
    ]),
    buttons: [
      closing.canReopen
        ? [
            press(
              t("shift.reopen"),
              packShift({ action: "reopen", id: closing.id, version: closing.version }),
            ),
          ]
        : [],
      appButton(t("shift.open"), miniAppUrl(services.publicUrl, link), services),
    ],
  });
  return true;
}

async function startClosing(turn: Turn, asked: ShiftAt & { foremanId?: number }): Promise<void> {
  const { objectId, day, shift = "day" } = asked;
  const whose = asked.foremanId ?? (await whosePart(turn, asked));
  if (whose === "asked") return;
  if (whose !== undefined && (await saidClosed(turn, asked, whose))) return;
  const subject = { objectId, day, shift, ...(whose === undefined ? {} : { foremanId: whose }) };
  return openForm(shiftForms, turn, { form: "close", subject });
}

async function onShiftPress(turn: Turn, pressed: ShiftPress): Promise<void> {
  switch (pressed.action) {
    case "withdraw":
      return orTell(turn, () => withdraw(turn, pressed.id, pressed.version));
    case "reopen":
      return orTell(turn, () => reopen(turn, pressed.id, pressed.version));
    case "close":
      return startClosing(turn, pressed);
    default:
      return openForm(shiftForms, turn, {
        form: pressed.action,
        subject: { objectId: pressed.objectId, day: pressed.day, shift: pressed.shift ?? "day" },
      });
  }
}

/** Idle time, work without a quantity, and closing the shift; reached from /fact and the menu. */
export const shiftsFeature: Feature = {
  forms: [shiftForms],
  buttons: [onButtons(unpackShift, onShiftPress)],
};
