import type { Dialogue } from "../memory.ts";
import type { Turn } from "../turn.ts";
import { fieldsOf } from "@stsphera/contracts/forms";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { CONFIRM, formState, type FormState, MENU } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";

/** Parses stored state of a form; null when it belongs to another feature or to an incompatible version. */
export function readForm(feature: AnyForms, stored: unknown): FormState | null {
  const parsed = formState.safeParse(stored);
  if (!parsed.success || parsed.data.feature !== feature.feature) return null;
  const state = parsed.data;
  const form = Object.hasOwn(feature.forms, state.form) ? feature.forms[state.form] : undefined;
  if (form === undefined || !feature.subject.safeParse(state.subject).success) return null;
  const fields = fieldsOf(form);
  const menu = form.anyOne === true ? [MENU] : [];
  const known = [CONFIRM, ...menu, ...fields.map(({ name }) => name)].includes(state.step);
  const fits = fields.every((field) => {
    const value = state.values[field.name];
    return value === undefined || value === null || kindOf(field).stored.safeParse(value).success;
  });
  return known && fits ? state : null;
}

/** The stored form with its feature; null when no feature can continue it. */
export function formIn(features: readonly AnyForms[], stored: Dialogue | null) {
  const feature = features.find((one) => one.feature === stored?.feature);
  const state = feature === undefined ? null : readForm(feature, stored);
  return feature === undefined || state === null ? null : { feature, state };
}

/** True when another dialogue would lose data of this form. */
export const holdsForm = (feature: AnyForms, state: FormState, next: Dialogue | null): boolean =>
  feature.holds?.(state, next) ?? (Object.keys(state.values).length > 0 || state.photos.length > 0);

/** The open form of this feature; null if there is none. */
export const currentForm = (feature: AnyForms, turn: Turn): FormState | null =>
  readForm(feature, turn.memory().dialogue);

/** The stored answers plus defaults: the first value of a choice, an empty text for optional ones. */
function answersOf(feature: AnyForms, state: FormState) {
  const also = feature.forms[state.form]?.also ?? [];
  const standing = also
    .filter(({ kind }) => kind !== "photos")
    .map((field) => [field.name, field.kind === "choice" ? (field.options?.[0] ?? null) : null]);
  return { ...Object.fromEntries(standing), ...state.values };
}

/** Loads what the form is about and builds the question. */
export async function asked(feature: AnyForms, turn: Turn, state: FormState): Promise<AnyAsked> {
  const subject = feature.subject.parse(state.subject);
  const answers = answersOf(feature, state);
  return { turn, state, subject, answers, card: await feature.load(turn, subject, answers) };
}

/** The same question in another state. */
export const changed = (feature: AnyForms, before: AnyAsked, state: FormState): AnyAsked => ({
  ...before,
  state,
  answers: answersOf(feature, state),
});
