import { DomainError } from "@stsphera/core";
import { escapeHtml } from "@stsphera/telegram";
import type { Field } from "@stsphera/contracts/forms";
import { pageIn, type StepPress } from "../step-data.ts";
import type { Turn } from "../turn.ts";
import { alsoAt, fieldAt, formOf, photosAt, stepBefore } from "./fields-of.ts";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { atStep, CONFIRM, type FormState, MENU } from "./form-state.ts";
import { kindOf } from "./kinds/index.ts";
import type { Reply } from "./kinds/kind.ts";
import { answer, cancel, finish, leave, refresh, refused, show, stale } from "./move-on.ts";
import { asked, changed } from "./read-form.ts";
import { missingText } from "./missing-text.ts";

/** Shows a hint; resends the reply keyboard, which would disappear otherwise. */
function tell(feature: AnyForms, at: AnyAsked, field: Field<unknown>, text: string): void {
  const keyboard = kindOf(field).keyboard?.({ ...at, feature, field });
  if (keyboard === undefined) at.turn.tell(text);
  else at.turn.say({ text: escapeHtml(text), buttons: [] }, keyboard);
}

/** Applies what the field made of a press or a text; false when it expects something else. */
export async function take(
  feature: AnyForms,
  at: AnyAsked,
  field: Field<unknown>,
  reply: Reply,
): Promise<boolean> {
  const { turn, state } = at;
  if (reply === "expected") return false;
  if (reply === "stale") stale(turn);
  else if ("tell" in reply) tell(feature, at, field, reply.tell);
  else if ("answer" in reply) await answer(feature, at, field.name, reply.answer);
  else await show(feature, changed(feature, at, { ...state, ...reply.change }));
  return true;
}

/** Opens another question: the previous one, or one reached from the confirmation or the menu. */
async function go(feature: AnyForms, at: AnyAsked, step: string): Promise<void> {
  const { turn, state } = at;
  const { asks = [], anyOne } = formOf(feature, state);
  const beside = state.step === MENU && anyOne === true ? asks : alsoAt(feature, at);
  const reachable = step === stepBefore(feature, at) || beside.some(({ name }) => name === step);
  return reachable ? show(feature, changed(feature, at, atStep(state, step))) : stale(turn);
}

/** Sets a choice from the confirmation or the menu. */
async function set(feature: AnyForms, at: AnyAsked, argument: string): Promise<void> {
  const { turn, state } = at;
  const [name = "", value = ""] = argument.split("-");
  const { also = [], asks = [] } = formOf(feature, state);
  const fields = state.step === CONFIRM ? also : state.step === MENU ? asks : [];
  const field = fields.find((one) => one.name === name);
  if (field?.kind !== "choice" || field.options?.includes(value) !== true) return stale(turn);
  return answer(feature, at, name, value);
}

/** Sends the form from its confirmation, or with the collected photos. */
async function send(feature: AnyForms, at: AnyAsked): Promise<void> {
  const { turn, state, card } = at;
  const form = formOf(feature, state);
  const photos = photosAt(feature, state);
  if (state.step !== CONFIRM && (photos === undefined || photos.always === true)) return stale(turn);
  const missing = missingText(turn, form.ready?.(card, state.photos.length) ?? []);
  if (missing !== null) return turn.toast(missing);
  const field = fieldAt(feature, state);
  if (field === undefined || field.kind === "photos") return finish(feature, at);
  return state.photos.length === 0 ? stale(turn) : answer(feature, at, field.name, "");
}

/** Runs a button of the feature; a refusal is handled as a refusal of the form. */
async function ownPress(feature: AnyForms, at: AnyAsked, pressed: Promise<FormState | null>): Promise<void> {
  try {
    const next = await pressed;
    if (next !== null) await refresh(feature, at.turn, next);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await refused(feature, at, error);
  }
}

/** The quantity that a «−1»/«+5» button changes. */
const changedBy = (feature: AnyForms, { state }: AnyAsked, by: string): Field<unknown> | undefined =>
  formOf(feature, state).asks?.find((field) => field.kind === "quantity" && field.change?.includes(by));

async function onQuestion(feature: AnyForms, at: AnyAsked, { action, argument }: StepPress): Promise<void> {
  const { turn, state } = at;
  const own = feature.press?.(at, action, argument);
  if (own !== undefined) return ownPress(feature, at, own);
  const field =
    fieldAt(feature, state) ?? (action === "change" ? changedBy(feature, at, argument) : undefined);
  if (field === undefined) return stale(turn);
  if (action === "page") return show(feature, changed(feature, at, { ...state, page: pageIn(argument) }));
  if (action === "none" && field.optional === true) return answer(feature, at, field.name, null);
  await take(feature, at, field, await kindOf(field).press({ ...at, feature, field }, action, argument));
}

/** Handles a button of the open form. */
export async function onFormPress(
  feature: AnyForms,
  turn: Turn,
  state: FormState,
  pressed: StepPress,
): Promise<void> {
  if (pressed.action === "cancel") return cancel(feature, turn, state);
  if (pressed.action === "back") return leave(feature, turn, state);
  const at = await asked(feature, turn, state);
  switch (pressed.action) {
    case "resume":
      return show(feature, at);
    case "go":
      return go(feature, at, pressed.argument);
    case "set":
      return set(feature, at, pressed.argument);
    case "send":
      return send(feature, at);
    default:
      return onQuestion(feature, at, pressed);
  }
}
