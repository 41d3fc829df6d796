import { FACADE_TYPES, type FacadeType } from "@stsphera/contracts";
import { formatDay } from "@stsphera/contracts/format";
import { type Button, card, html, line, miniAppUrl, type RenderedMessage } from "@stsphera/telegram";
import { appButton, commandButton, press } from "../../../engine/buttons.ts";
import { type Choosable, peopleButtons } from "../../../engine/people-chooser.ts";
import { packStep } from "../../../engine/step-data.ts";
import { lastRow } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { packObject } from "../../../engine/object-data.ts";
import { type NewObject, stepBefore } from "./dialogue.ts";

const rowBelow = (turn: Turn, d: NewObject): Button[] => {
  const before = stepBefore(turn, d.step);
  return lastRow(turn, d, before === null ? undefined : packStep(d.id, "go", before));
};

function question(turn: Turn, d: NewObject, buttons: readonly Button[][]): RenderedMessage {
  const title = d.name === null ? turn.t("new_object.title") : turn.t("new_object.titled", { name: d.name });
  return {
    text: card(title, [turn.t(`new_object.ask.${d.step}`)]),
    buttons: [...buttons, rowBelow(turn, d)],
  };
}

/** A step that is answered in words; what may be left out has a button for it. */
export function wordsMessage(turn: Turn, d: NewObject): RenderedMessage {
  const skips = d.step === "contract" || d.step === "deadline";
  return question(turn, d, skips ? [[press(turn.t("new_object.skip"), packStep(d.id, "skip"))]] : []);
}

const facadeName = (turn: Turn, type: FacadeType): string => turn.t(`facade_type.${type}`);

/** Kinds of facades as ticks: a button carries what it sets, so that two presses are one. */
export function facadesMessage(turn: Turn, d: NewObject): RenderedMessage {
  const ticks = FACADE_TYPES.map((type) => {
    const on = d.facadeTypes.includes(type);
    const caption = turn.t(on ? "new_object.ticked" : "new_object.unticked", {
      name: facadeName(turn, type),
    });
    return [press(caption, packStep(d.id, on ? "untick" : "tick", type))];
  });
  const next = d.facadeTypes.length === 0 ? [] : [[press(turn.t("new_object.next"), packStep(d.id, "next"))]];
  return question(turn, d, [...ticks, ...next]);
}

export function managerMessage(turn: Turn, d: NewObject, people: readonly Choosable[]): RenderedMessage {
  const asked = question(turn, d, peopleButtons(turn, d.id, people, d.page));
  if (people.length > 0) return asked;
  return { ...asked, text: `${asked.text}\n${turn.t("new_object.no_manager")}` };
}

/** The object as it will be opened. */
export function confirmMessage(turn: Turn, d: NewObject): RenderedMessage {
  const { t, locale } = turn;
  const day = (value: string | null) => (value === null ? null : formatDay(value, locale, "numeric"));
  return {
    text: card(t("objects.card", { object: d.name ?? "" }), [
      line(t("objects.place"), [d.city, d.address].filter((part) => part !== "").join(", ")),
      line(t("objects.customer"), d.customer),
      line(t("new_object.contract"), day(d.contractDate)),
      line(t("objects.deadline"), day(d.deadline)),
      line(t("new_object.facades"), d.facadeTypes.map((type) => facadeName(turn, type)).join(", ")),
      line(t("new_object.manager"), d.manager?.fullName ?? turn.person().fullName),
      html`\n${t("new_object.ask.confirm")}`,
    ]),
    buttons: [[press(t("new_object.create"), packStep(d.id, "create"))], rowBelow(turn, d)],
  };
}

/** The object stands: what comes next. */
export function createdMessage(
  turn: Turn,
  d: NewObject,
  objectId: number,
  addsPeople: boolean,
): RenderedMessage {
  const { t, services } = turn;
  const url = miniAppUrl(services.publicUrl, { kind: "object", id: objectId });
  return {
    text: card(t("new_object.created", { name: d.name ?? "" }), [t("new_object.created_text")]),
    buttons: [
      addsPeople ? [press(t("new_object.add_person"), packObject({ action: "add", objectId }))] : [],
      [press(t("new_object.open_card"), packObject({ action: "card", objectId }))],
      [...appButton(t("button.open_app"), url, services), commandButton(t("button.menu"), "menu")],
    ],
  };
}
