import type { Field } from "@stsphera/contracts/forms";
import { type Button, card, type HtmlValue, type RenderedMessage } from "@stsphera/telegram";
import { press, rows } from "../buttons.ts";
import { packStep } from "../step-data.ts";
import { lastRow } from "../steps.ts";
import { alsoAt, fieldAt, formOf, photosAt, stepBefore } from "./fields-of.ts";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { CONFIRM, type FormState, MENU } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";
import { askKey, captionOf } from "./kinds/kind.ts";
import { changeButtons } from "./kinds/quantity.ts";

/** True on the pages behind a button. */
const isBehind = (field: Field<unknown> | undefined, { page }: FormState): boolean =>
  field?.kind === "choice" && field.rare === true && page > 0;

function bottom(feature: AnyForms, asked: AnyAsked): Button[] {
  const { turn, state } = asked;
  const field = fieldAt(feature, state);
  const before = stepBefore(feature, asked);
  if (isBehind(field, state)) return lastRow(turn, state, packStep(state.id, "page", state.page - 1));
  if (field?.back !== undefined && field.back === before)
    return [press(turn.t(askKey(state, field.name, "back")), packStep(state.id, "go", before))];
  if (before !== null) return lastRow(turn, state, packStep(state.id, "go", before));
  return lastRow(turn, state, feature.leave === undefined ? undefined : packStep(state.id, "back"));
}

const captionFor = (feature: AnyForms, asked: AnyAsked, ...what: readonly string[]): string =>
  feature.caption?.(asked, what.join(".")) ?? asked.turn.t(askKey(asked.state, ...what));

/** A choice of fixed values is changed by one press to the next value; other fields open their question. */
const cycles = (field: Field<unknown>) => field.kind === "choice" && field.options !== undefined;

/** The button that opens an optional question. */
function alsoButton(feature: AnyForms, asked: AnyAsked, field: Field<unknown>): Button {
  const { turn, state, answers } = asked;
  if (field.kind !== "choice" || field.options === undefined)
    return press(captionFor(feature, asked, field.name, "name"), packStep(state.id, "go", field.name));
  const { options } = field;
  const next = options[(options.indexOf(String(answers[field.name])) + 1) % options.length] ?? "";
  return press(captionOf(turn, state, field, next), packStep(state.id, "set", `${field.name}-${next}`));
}

/** Buttons of the optional questions: choices with their values first, then the others. */
function alsoButtons(feature: AnyForms, asked: AnyAsked): Button[][] {
  const also = alsoAt(feature, asked);
  return [true, false].flatMap((kind) =>
    rows(
      also.filter((field) => cycles(field) === kind).map((field) => alsoButton(feature, asked, field)),
      2,
    ),
  );
}

function confirmMessage(feature: AnyForms, asked: AnyAsked): RenderedMessage {
  const { state } = asked;
  const { title, lines } = feature.summary?.(asked) ?? { title: feature.title(asked) ?? "", lines: [] };
  const changes = (formOf(feature, state).asks ?? []).map((field) => changeButtons(asked, field));
  return {
    text: card(title, lines),
    buttons: [
      [press(captionFor(feature, asked, "send"), packStep(state.id, "send"))],
      ...changes.filter((row) => row.length > 0),
      ...alsoButtons(feature, asked),
      ...(feature.buttons?.(asked) ?? []),
      bottom(feature, asked),
    ],
  };
}

/** Asks which question to answer: a button per question, and per value of a choice. */
function menuMessage(feature: AnyForms, asked: AnyAsked): RenderedMessage {
  const { turn, state, card: thing } = asked;
  const fields = formOf(feature, state).asks ?? [];
  const named = fields.filter(({ kind }) => kind !== "choice");
  const values = fields.flatMap((field) => {
    if (field.kind !== "choice") return [];
    const options = (field.options ?? []).filter((value) => value !== field.current?.(thing));
    return options.map((value) =>
      press(captionOf(turn, state, field, value), packStep(state.id, "set", `${field.name}-${value}`)),
    );
  });
  return {
    text: card(feature.title(asked) ?? "", [turn.t(askKey(state))]),
    buttons: [named.map((field) => alsoButton(feature, asked, field)), values, bottom(feature, asked)],
  };
}

/** The text of a question; after «Другое» and on the page of rare values it has its own text. */
function questionWords(feature: AnyForms, asked: AnyAsked, field: Field<unknown>): HtmlValue {
  const { turn, state } = asked;
  const tail = state.typing ? ["words"] : isBehind(field, state) ? ["rare"] : [];
  return feature.question?.(asked) ?? turn.t(askKey(state, field.name, ...tail));
}

async function fieldText(feature: AnyForms, asked: AnyAsked, field: Field<unknown>): Promise<string> {
  const title = feature.title(asked);
  const question = questionWords(feature, asked, field);
  if (title === null) return card(String(question), []);
  const lines = (await kindOf(field).lines?.({ ...asked, feature, field })) ?? [];
  return card(title, [...(feature.facts?.(asked) ?? []), ...lines, question]);
}

async function fieldMessage(
  feature: AnyForms,
  asked: AnyAsked,
  field: Field<unknown>,
): Promise<RenderedMessage> {
  const { turn, state } = asked;
  const none =
    field.optional === true
      ? [[press(turn.t(askKey(state, field.name, "none")), packStep(state.id, "none"))]]
      : [];
  const beside = photosAt(feature, state)?.beside === field.name && state.photos.length > 0;
  const caption = () => turn.t(askKey(state, field.name, "send"), { count: state.photos.length });
  const send = beside ? [[press(caption(), packStep(state.id, "send"))]] : [];
  return {
    text: await fieldText(feature, asked, field),
    buttons: [
      ...(feature.buttons?.(asked) ?? []),
      ...(await kindOf(field).buttons({ ...asked, feature, field })),
      ...none,
      ...send,
      ...(isBehind(field, state) ? [] : alsoButtons(feature, asked)),
      ...(feature.below?.(asked) ?? []),
      bottom(feature, asked),
    ],
  };
}

/** The message of the form's current question. */
export async function questionOf(feature: AnyForms, asked: AnyAsked): Promise<RenderedMessage> {
  const { state } = asked;
  if (state.step === CONFIRM) return confirmMessage(feature, asked);
  if (state.step === MENU) return menuMessage(feature, asked);
  const field = fieldAt(feature, state);
  if (field === undefined) throw new Error(`no question "${state.step}" in ${state.feature}.${state.form}`);
  return fieldMessage(feature, asked, field);
}
