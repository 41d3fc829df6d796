import type { Field } from "@stsphera/contracts/forms";
import { translator, type Button, type HtmlValue, type ReplyKeyboardMarkup } from "@stsphera/telegram";
import type { z } from "zod";
import type { BotKey } from "../../../locales/i18n.ts";
import { packStep } from "../../step-data.ts";
import type { Turn } from "../../turn.ts";
import type { Expected } from "../../typed.ts";
import { press } from "../../buttons.ts";
import type { AnyAsked, AnyForms } from "../form-feature.ts";
import type { FormState } from "../form-state.ts";

/** A field being asked, and the feature that asks it. */
export type Asking<F = Field<unknown>> = AnyAsked & { readonly feature: AnyForms; readonly field: F };

/** What to do after a button press or a text. */
export type Reply =
  | { readonly answer: unknown }
  /** Show the question again with this change. */
  | { readonly change: Partial<FormState> }
  /** Keep the question and show a short hint. */
  | { readonly tell: string }
  | "stale"
  | "expected";

/** How one kind of field is asked in a chat. */
export type Kind<F> = {
  /** Schema of the answer as stored between updates. */
  readonly stored: z.ZodType<unknown>;
  /** What the step expects, used for the hint when something else is sent. */
  expected(field: F, state: FormState): Expected;
  buttons(asking: Asking<F>): Promise<Button[][]> | Button[][];
  lines?(asking: Asking<F>): Promise<readonly HtmlValue[]>;
  press(asking: Asking<F>, action: string, argument: string): Promise<Reply> | Reply;
  typed(asking: Asking<F>, text: string): Promise<Reply> | Reply;
  /** Handles a message without text. */
  sent?(asking: Asking<F>): Reply;
  /** A reply keyboard. Telegram cannot edit a message with one, so it is not a live card. */
  keyboard?(asking: Asking<F>): ReplyKeyboardMarkup;
};

/** Text key of a question or of its button: `ask.<feature>.<form>.<field>[.<chip>]`. */
export const askKey = (state: Pick<FormState, "feature" | "form">, ...rest: readonly string[]): BotKey =>
  ["ask", state.feature, state.form, ...rest].join(".") as BotKey;

/** Caption of a value: from the field's dictionary, else from the question's own keys. */
export function captionOf(turn: Turn, state: FormState, field: Field<never>, value: string): string {
  const own = "captions" in field ? field.captions : undefined;
  if (own === undefined) return turn.t(askKey(state, field.name, value));
  const key = `${own}.${value}`;
  return own === "role" || own === "reason"
    ? translator(turn.locale)(key as "role.admin")
    : turn.t(key as BotKey);
}

export const chip = (
  asking: AnyAsked,
  text: string,
  action: string,
  argument?: string | number,
  most?: number,
) => press(text, packStep(asking.state.id, action, argument), most);
