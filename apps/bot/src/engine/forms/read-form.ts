import type { Dialogue } from "../memory.ts";
import type { Turn } from "../turn.ts";
import { fieldsOf } from "@stsphera/contracts/forms";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { CONFIRM, formState, type FormState, MENU } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";

/** What is stored of a form of this feature; null for another's, and for one that an older version wrote. */
export function readForm(feature: AnyForms, stored: unknown): FormState | null {
  const parsed = formState.safeParse(stored);
  if (!parsed.success || parsed.data.feature !== feature.feature) return null;
  const state = parsed.data;
  const form = Object.hasOwn(feature.forms, state.form) ? feature.forms[state.form] : undefined;
  if (form === undefined || !feature.subject.safeParse(state.subject).success) return null;
  const fields = fieldsOf(form);
  const known = [CONFIRM, MENU, ...fields.map(({ name }) => name)].includes(state.step);
  const fits = fields.every((field) => {
    const value = state.values[field.name];
    return value === undefined || value === null || kindOf(field).stored.safeParse(value).success;
  });
  return known && fits ? state : null;
}

/** What is stored of a form, and whose it is; null for what no feature can go on with. */
export function formIn(features: readonly AnyForms[], stored: Dialogue | null) {
  const feature = features.find((one) => one.feature === stored?.feature);
  const state = feature === undefined ? null : readForm(feature, stored);
  return feature === undefined || state === null ? null : { feature, state };
}

/** True when something was told already that another dialogue would lose. */
export const holdsForm = (feature: AnyForms, state: FormState, next: Dialogue | null): boolean =>
  feature.holds?.(state, next) ?? (Object.keys(state.values).length > 0 || state.photos.length > 0);

/** The form of this feature that is going on, if one is. */
export const currentForm = (feature: AnyForms, turn: Turn): FormState | null =>
  readForm(feature, turn.memory().dialogue);

/** What a form has answers for before it is asked: the first value of a choice stands, words are none. */
function answersOf(feature: AnyForms, state: FormState) {
  const also = feature.forms[state.form]?.also ?? [];
  const standing = also
    .filter(({ kind }) => kind !== "photos")
    .map((field) => [field.name, field.kind === "choice" ? (field.options?.[0] ?? null) : null]);
  return { ...Object.fromEntries(standing), ...state.values };
}

/** The question with the thing it is about. */
export async function asked(feature: AnyForms, turn: Turn, state: FormState): Promise<AnyAsked> {
  const subject = feature.subject.parse(state.subject);
  const answers = answersOf(feature, state);
  return { turn, state, subject, answers, card: await feature.load(turn, subject, answers) };
}

/** The same question after a change of where it stands. */
export const changed = (feature: AnyForms, before: AnyAsked, state: FormState): AnyAsked => ({
  ...before,
  state,
  answers: answersOf(feature, state),
});
