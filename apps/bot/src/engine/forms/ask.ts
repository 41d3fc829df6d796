import { askedFields, type Field, type Form } from "@stsphera/contracts/forms";
import { type Button, card, type RenderedMessage } from "@stsphera/telegram";
import { press, rows } from "../buttons.ts";
import { packStep } from "../step-data.ts";
import { lastRow } from "../steps.ts";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { CONFIRM, type FormState, MENU } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";
import { askKey, captionOf } from "./kinds/kind.ts";

export const formOf = (feature: AnyForms, { form }: FormState): Form<unknown> => {
  const found = feature.forms[form];
  if (found === undefined) throw new Error(`no form "${form}" of ${feature.feature}`);
  return found;
};

/** Every field of a form, whether it is asked now or not. */
export const fieldsOf = (form: Form<unknown>): readonly Field<unknown>[] => [
  ...(form.asks ?? []),
  ...(form.also ?? []),
];

export const fieldAt = (feature: AnyForms, state: FormState): Field<unknown> | undefined =>
  fieldsOf(formOf(feature, state)).find(({ name }) => name === state.step);

/** The photos that the question takes along. */
export function photosAt(feature: AnyForms, state: FormState) {
  const fields = fieldsOf(formOf(feature, state)).filter((field) => field.kind === "photos");
  return fields.find(({ name, beside }) => (beside ?? name) === state.step);
}

const asks = ({ asks: fields = [] }: Form<unknown>, name: string): boolean =>
  fields.some((field) => field.name === name);

/** Where «← Назад» leads: the question before; null before the first one. */
export function stepBefore(feature: AnyForms, asked: AnyAsked): string | null {
  const { state, card: thing, answers } = asked;
  const form = formOf(feature, state);
  if (state.typing) return state.step;
  if (form.anyOne === true) return state.step === MENU ? null : MENU;
  if (state.step !== CONFIRM && !asks(form, state.step)) return CONFIRM;
  const names = askedFields(form, thing, answers).map(({ name }) => name);
  const at = state.step === CONFIRM ? names.length : names.indexOf(state.step);
  return names[at - 1] ?? null;
}

/** The step after a question that was answered; null when everything is. */
export function stepAfter(feature: AnyForms, asked: AnyAsked): string | null {
  const { state, card: thing, answers } = asked;
  const form = formOf(feature, state);
  if (form.anyOne === true) return null;
  const names = askedFields(form, thing, answers).map(({ name }) => name);
  const next = asks(form, state.step) ? names[names.indexOf(state.step) + 1] : undefined;
  return next ?? (form.confirm === true ? CONFIRM : null);
}

function bottom(feature: AnyForms, asked: AnyAsked): Button[] {
  const { turn, state } = asked;
  const before = stepBefore(feature, asked);
  if (before !== null) return lastRow(turn, state, packStep(state.id, "go", before));
  return lastRow(turn, state, feature.leave === undefined ? undefined : packStep(state.id, "back"));
}

/** The way to a question that is no step of its own; a choice shows the value after the one that stands. */
function alsoButton(asked: AnyAsked, field: Field<unknown>): Button {
  const { turn, state, answers } = asked;
  if (field.kind !== "choice")
    return press(turn.t(askKey(state, field.name, "name")), packStep(state.id, "go", field.name));
  const options = field.options ?? [];
  const next = options[(options.indexOf(String(answers[field.name])) + 1) % options.length] ?? "";
  return press(captionOf(turn, state, field, next), packStep(state.id, "set", `${field.name}-${next}`));
}

function confirmMessage(feature: AnyForms, asked: AnyAsked): RenderedMessage {
  const { turn, state } = asked;
  const { title, lines } = feature.summary?.(asked) ?? { title: feature.title(asked), lines: [] };
  const also = (formOf(feature, state).also ?? []).filter(({ kind }) => kind !== "photos");
  const buttons = (kind: boolean) =>
    also.filter((field) => (field.kind === "choice") === kind).map((field) => alsoButton(asked, field));
  return {
    text: card(title, lines),
    buttons: [
      [press(turn.t(askKey(state, "send")), packStep(state.id, "send"))],
      ...rows(buttons(true), 2),
      ...rows(buttons(false), 2),
      ...(feature.buttons?.(asked) ?? []),
      bottom(feature, asked),
    ],
  };
}

/** Which of the questions: those in words by their names, choices by their values. */
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
    text: card(feature.title(asked), [turn.t(askKey(state))]),
    buttons: [named.map((field) => alsoButton(asked, field)), values, bottom(feature, asked)],
  };
}

async function fieldMessage(
  feature: AnyForms,
  asked: AnyAsked,
  field: Field<unknown>,
): Promise<RenderedMessage> {
  const { turn, state } = asked;
  const kind = kindOf(field);
  const asking = { ...asked, feature, field };
  const question = turn.t(askKey(state, field.name, ...(state.typing ? ["words"] : [])));
  const none =
    field.optional === true
      ? [[press(turn.t(askKey(state, field.name, "none")), packStep(state.id, "none"))]]
      : [];
  const beside = field.kind !== "photos" && photosAt(feature, state) !== undefined && state.photos.length > 0;
  const send = beside
    ? [
        [
          press(
            turn.t(askKey(state, field.name, "send"), { count: state.photos.length }),
            packStep(state.id, "send"),
          ),
        ],
      ]
    : [];
  return {
    text: card(feature.title(asked), [
      ...(feature.facts?.(asked) ?? []),
      ...((await kind.lines?.(asking)) ?? []),
      question,
    ]),
    buttons: [
      ...(feature.buttons?.(asked) ?? []),
      ...(await kind.buttons(asking)),
      ...none,
      ...send,
      bottom(feature, asked),
    ],
  };
}

/** The question a form has come to. */
export async function questionOf(feature: AnyForms, asked: AnyAsked): Promise<RenderedMessage> {
  const { state } = asked;
  if (state.step === CONFIRM) return confirmMessage(feature, asked);
  if (state.step === MENU) return menuMessage(feature, asked);
  const field = fieldAt(feature, state);
  if (field === undefined) throw new Error(`no question "${state.step}" in ${state.feature}.${state.form}`);
  return fieldMessage(feature, asked, field);
}

/** The first step of a form, asked about the thing as it stands. */
export function firstStep(feature: AnyForms, asked: AnyAsked): string | null {
  const form = formOf(feature, asked.state);
  if (form.anyOne === true) return MENU;
  const [first] = askedFields(form, asked.card, asked.answers);
  return first?.name ?? (form.confirm === true ? CONFIRM : null);
}
