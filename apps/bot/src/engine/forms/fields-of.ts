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

/** The photos that the question takes along. */
export function photosAt(feature: AnyForms, state: FormState) {
  const fields = fieldsOf(formOf(feature, state)).filter((field) => field.kind === "photos");
  return fields.find(({ name, beside, always }) => always === true || (beside ?? name) === state.step);
}

const has = (fields: readonly Field<unknown>[] = [], name: string): boolean =>
  fields.some((field) => field.name === name);

const askedNames = (feature: AnyForms, { state, card, answers }: AnyAsked): string[] =>
  askedFields(formOf(feature, state), card, answers).map(({ name }) => name);

/** The questions whose buttons stand under this one. */
export function alsoAt(feature: AnyForms, { state, card, answers }: AnyAsked): Field<unknown>[] {
  const { also = [] } = formOf(feature, state);
  return also.filter(
    (field) =>
      field.kind !== "photos" &&
      (field.at ?? [CONFIRM]).includes(state.step) &&
      isAsked(field, card, answers),
  );
}

/** The first question without an answer; the last card when all have one. */
const openStep = (feature: AnyForms, asked: AnyAsked): string =>
  askedNames(feature, asked).find((name) => asked.answers[name] === undefined) ?? CONFIRM;

/** Where «← Назад» leads: the question before, or that under which the button stood; null before the first one. */
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

/** The step after a question that was answered; null when everything is. */
export function stepAfter(feature: AnyForms, asked: AnyAsked): string | null {
  const { state } = asked;
  const form = formOf(feature, state);
  if (form.anyOne === true || has(form.follows, state.step)) return null;
  if (has(form.also, state.step)) return openStep(feature, asked);
  const names = askedNames(feature, asked);
  return names[names.indexOf(state.step) + 1] ?? (form.confirm === true ? CONFIRM : null);
}

/** The first step of a form, asked about the thing as it stands. */
export function firstStep(feature: AnyForms, asked: AnyAsked): string | null {
  const form = formOf(feature, asked.state);
  if (form.anyOne === true) return MENU;
  return askedNames(feature, asked)[0] ?? (form.confirm === true ? CONFIRM : null);
}

/** The question that words answer here, though it is not the one that is asked: once those before it have answers. */
export function typedField(feature: AnyForms, asked: AnyAsked): Field<unknown> | undefined {
  const { state, answers } = asked;
  const form = formOf(feature, state);
  const names = askedNames(feature, asked);
  const before = names.slice(0, names.indexOf(form.typed ?? ""));
  const reached = !before.includes(state.step) && before.every((name) => answers[name] !== undefined);
  return reached ? (form.asks ?? []).find(({ name }) => name === form.typed) : undefined;
}
