import { DomainError } from "@stsphera/core";
import { type Answers, askedFields, fieldsOf, type Form, withoutDependents } from "@stsphera/contracts/forms";
import type { RenderedMessage } from "@stsphera/telegram";
import { wordsOfError } from "../refusal-words.ts";
import { cancelSteps, endSteps, showStep, stepCardKey } from "../steps.ts";
import type { TelegramPhoto } from "../photo-file.ts";
import type { Turn } from "../turn.ts";
import { questionOf } from "./ask.ts";
import { fieldAt, firstStep, formOf, stepAfter } from "./fields-of.ts";
import type { AnyAsked, AnyForms, Filled } from "./form-feature.ts";
import { atStep, type FormState } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";
import { asked, changed } from "./read-form.ts";

export const stale = (turn: Turn): void => turn.toast(turn.t("error.stale_dialog"));

/** Shows the form's current question and saves its state. */
export async function show(feature: AnyForms, at: AnyAsked, apart = false): Promise<void> {
  const ended = feature.ended?.(at) ?? null;
  if (ended !== null) return endSteps(at.turn, at.state, ended, false);
  const message = await questionOf(feature, at);
  const field = fieldAt(feature, at.state);
  const keyboard = field === undefined ? undefined : kindOf(field).keyboard?.({ ...at, feature, field });
  if (keyboard === undefined) return showStep(at.turn, at.state, message, apart);
  at.turn.remember({ dialogue: at.state });
  at.turn.say(message, keyboard);
}

/** Shows the question again after a change of what it is about. */
export const refresh = async (feature: AnyForms, turn: Turn, state: FormState): Promise<void> =>
  show(feature, await asked(feature, turn, state));

/**
 * Shows the result on the form's card. A form sent without questions also ends an open dialogue, but only one that uses
 * the same card.
 */
export function conclude(
  turn: Turn,
  state: { id: string; card?: string | undefined },
  message: RenderedMessage,
  written?: boolean,
): void {
  const { dialogue } = turn.memory();
  if (dialogue?.id === state.id) return endSteps(turn, { ...dialogue, ...state }, message, written);
  const key = stepCardKey(state);
  if (dialogue !== null && stepCardKey(dialogue) === key) return endSteps(turn, dialogue, message, false);
  turn.card(key, message, turn.callback === undefined ? "below" : "pressed");
}

/** Saves an answer and shows the next question, or completes the form. */
export async function answer(feature: AnyForms, at: AnyAsked, name: string, value: unknown): Promise<void> {
  const { turn, state } = at;
  const refusal = await feature.check?.(at, name, value);
  if (refusal !== undefined && refusal !== null) return turn.tell(refusal);
  const form = formOf(feature, state) as Form<never>;
  const kept = state.values[name] === value ? state.values : withoutDependents(form, name, state.values);
  const answered = { ...state, step: name, values: { ...kept, [name]: value } };
  const after = await asked(feature, turn, answered);
  const settled = feature.settle?.(at, after, name);
  const next = settled === undefined ? after : await asked(feature, turn, settled);
  const step = stepAfter(feature, next);
  if (step === null) return finish(feature, next);
  return show(feature, changed(feature, next, atStep(next.state, step)));
}

/** Answers to all questions that apply; null while one is missing. */
function complete(feature: AnyForms, at: AnyAsked): Answers | null {
  const { state, card, answers } = at;
  const form = formOf(feature, state);
  if (form.anyOne === true) return answers;
  const given = fieldsOf(form).map(({ name }) => [name, answers[name] ?? null] as const);
  const missing = askedFields(form, card, answers).some(
    ({ name, kind }) => kind !== "photos" && answers[name] === undefined,
  );
  return missing ? null : Object.fromEntries(given);
}

/** Runs the form's action; its card then shows the result. */
export async function finish(feature: AnyForms, at: AnyAsked): Promise<void> {
  const { turn, state } = at;
  const answers = complete(feature, at);
  if (answers === null) return stale(turn);
  try {
    const filled = { ...at, form: state.form, answers } as Filled<
      AnyAsked["subject"],
      unknown,
      AnyForms["forms"]
    >;
    const { message, toast, card, written } = await feature.finish(filled);
    turn.toast(toast);
    conclude(turn, { id: state.id, card: card ?? state.card }, message, written);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await refused(feature, at, error);
  }
}

/** The field that the error's path names, the inmost of it: of «crews.0.hours» the hours are asked again, not the crews. */
function fieldOf(feature: AnyForms, { state }: AnyAsked, error: DomainError): string | undefined {
  const names = fieldsOf(formOf(feature, state)).map(({ name }) => name);
  const parts = (error.details.fields ?? []).flatMap(({ path }) => path.split(".").toReversed());
  return parts.map((part) => feature.paths?.[part] ?? part).find((name) => names.includes(name));
}

/** Tells the user about a refusal and asks the field again that caused it; errors without a text are rethrown. */
export async function refused(feature: AnyForms, at: AnyAsked, error: DomainError): Promise<void> {
  const { turn, state } = at;
  const own = (await feature.refused?.(at, error)) ?? false;
  if (own === true) return;
  if (own !== false) return refresh(feature, turn, own);
  const { sentence } = error.details;
  const words = wordsOfError(turn, error) ?? turn.t("error.not_as_it_is");
  if (sentence !== undefined && feature.over?.includes(sentence) === true) {
    turn.tell(words);
    return leave(feature, turn, state);
  }
  const field = fieldOf(feature, at, error);
  const conflict = error.code === "version_conflict";
  if ((!conflict && field === undefined) || state.step === "") throw error;
  turn.tell(conflict ? turn.t("error.conflict.title") : words);
  const again = await asked(feature, turn, field === undefined ? state : atStep(state, field));
  return show(feature, again);
}

export type FormStart = {
  readonly form: string;
  readonly subject: Readonly<Record<string, unknown>>;
  /** A later question to start at. */
  readonly step?: string;
  /** Key of the entity's own live card. */
  readonly card?: string;
  readonly values?: Answers;
  readonly photos?: readonly TelegramPhoto[];
  /** Typed words that narrow the first question down. */
  readonly search?: string;
  /** True to open a new card and keep the one whose button was pressed. */
  readonly apart?: boolean;
};

/** Opens a form; one without questions is sent at once. */
export async function openForm(feature: AnyForms, turn: Turn, start: FormStart): Promise<void> {
  const { form, subject, card, values = {}, photos = [], search = null } = start;
  const state: FormState = {
    feature: feature.feature,
    id: turn.requestId,
    form,
    step: start.step ?? "",
    subject: { ...subject },
    values: { ...values },
    photos: [...photos],
    typing: false,
    page: 0,
    search: null,
    ...(card === undefined ? {} : { card }),
  };
  const at = await asked(feature, turn, state);
  const step = start.step ?? firstStep(feature, at);
  if (step === null) return finish(feature, at);
  return show(feature, changed(feature, at, { ...atStep(state, step), search }), start.apart);
}

/** Going back from the first question: shows the entity again. */
export async function leave(feature: AnyForms, turn: Turn, state: FormState): Promise<void> {
  const message = await feature.leave?.(turn, feature.subject.parse(state.subject));
  if (message === undefined) return stale(turn);
  endSteps(turn, state, message, false);
}

/** «Отмена»: nothing was written. */
export async function cancel(feature: AnyForms, turn: Turn, state: FormState): Promise<void> {
  const card = (await feature.cancelled?.(turn, state)) ?? null;
  if (card !== null) {
    turn.toast(turn.t("cancel.done"));
    return endSteps(turn, state, card, false);
  }
  if (feature.leavesOnCancel !== true) return cancelSteps(turn, state);
  turn.toast(turn.t("cancel.done"));
  return leave(feature, turn, state);
}
