import { askedFields, type Field, fieldsOf, type Form, isAsked } from "@stsphera/contracts/forms";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { CONFIRM, type FormState, MENU } from "./form-state.ts";

export const formOf = (feature: AnyForms, { form }: FormState): Form<unknown> => {
  const found = feature.forms[form];
  if (found === undefined) throw new Error(`no form "${form}" of ${feature.feature}`);
  return found;
};

export const fieldAt = (feature: AnyForms, state: FormState): Field<unknown> | undefined =>
  fieldsOf(formOf(feature, state)).find(({ name }) => name === state.step);

/** The photo field that collects photos at the current question. */
export function photosAt(feature: AnyForms, state: FormState) {
  const fields = fieldsOf(formOf(feature, state)).filter((field) => field.kind === "photos");
  return fields.find(({ name, beside, always }) => always === true || (beside ?? name) === state.step);
}

const has = (fields: readonly Field<unknown>[] = [], name: string): boolean =>
  fields.some((field) => field.name === name);

const askedNames = (feature: AnyForms, { state, card, answers }: AnyAsked): string[] =>
  askedFields(formOf(feature, state), card, answers).map(({ name }) => name);

/** The optional questions whose buttons are shown under the current one. */
export function alsoAt(feature: AnyForms, { state, card, answers }: AnyAsked): Field<unknown>[] {
  const { also = [] } = formOf(feature, state);
  return also.filter(
    (field) =>
      field.kind !== "photos" &&
      (field.at ?? [CONFIRM]).includes(state.step) &&
      isAsked(field, card, answers),
  );
}

/** The first unanswered question, or the confirmation when all are answered. */
const openStep = (feature: AnyForms, asked: AnyAsked): string =>
  askedNames(feature, asked).find((name) => asked.answers[name] === undefined) ?? CONFIRM;

/**
 * The step «← Назад» leads to: the previous question, or the one under which the button was shown; null at the first.
 */
export function stepBefore(feature: AnyForms, asked: AnyAsked): string | null {
  const { state } = asked;
  const form = formOf(feature, state);
  if (state.typing) return state.step;
  if (form.anyOne === true) return state.step === MENU ? null : MENU;
  if (state.step !== CONFIRM && !has(form.asks, state.step)) {
    const { back, at = [CONFIRM] } = fieldAt(feature, state) ?? {};
    const open = openStep(feature, asked);
    return back ?? at.find((step) => step === open) ?? at[0] ?? CONFIRM;
  }
  const names = askedNames(feature, asked);
  const at = state.step === CONFIRM ? names.length : names.indexOf(state.step);
  return names[at - 1] ?? null;
}

/** The step after an answered question; null when the form is complete. */
export function stepAfter(feature: AnyForms, asked: AnyAsked): string | null {
  const { state } = asked;
  const form = formOf(feature, state);
  if (form.anyOne === true || has(form.follows, state.step)) return null;
  if (has(form.also, state.step)) return openStep(feature, asked);
  const names = askedNames(feature, asked);
  return names[names.indexOf(state.step) + 1] ?? (form.confirm === true ? CONFIRM : null);
}

/** The first step of a form; null when it asks nothing. */
export function firstStep(feature: AnyForms, asked: AnyAsked): string | null {
  const form = formOf(feature, asked.state);
  if (form.anyOne === true) return MENU;
  return askedNames(feature, asked)[0] ?? (form.confirm === true ? CONFIRM : null);
}

/**
 * The field that accepts typed text here although another question is open; requires all questions before it to be
 * answered.
 */
export function typedField(feature: AnyForms, asked: AnyAsked): Field<unknown> | undefined {
  const { state, answers } = asked;
  const form = formOf(feature, state);
  const names = askedNames(feature, asked);
  const before = names.slice(0, names.indexOf(form.typed ?? ""));
  const reached = !before.includes(state.step) && before.every((name) => answers[name] !== undefined);
  return reached ? (form.asks ?? []).find(({ name }) => name === form.typed) : undefined;
}
