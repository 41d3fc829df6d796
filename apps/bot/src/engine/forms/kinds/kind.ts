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

/** A field that is asked, and the feature that asks it. */
export type Asking<F = Field<unknown>> = AnyAsked & { readonly feature: AnyForms; readonly field: F };

/** What becomes of a press or of words. */
export type Reply =
  | { readonly answer: unknown }
  /** The question is shown again, changed. */
  | { readonly change: Partial<FormState> }
  /** The question stands; a few words say why. */
  | { readonly tell: string }
  | "stale"
  | "expected";

/** How one kind of field is asked in a chat. */
export type Kind<F> = {
  /** An answer as it is kept between two updates. */
  readonly stored: z.ZodType<unknown>;
  /** What the step waits for, as it is told when something else comes. */
  expected(field: F, state: FormState): Expected;
  buttons(asking: Asking<F>): Promise<Button[][]> | Button[][];
  lines?(asking: Asking<F>): Promise<readonly HtmlValue[]>;
  press(asking: Asking<F>, action: string, argument: string): Promise<Reply> | Reply;
  typed(asking: Asking<F>, text: string): Promise<Reply> | Reply;
  /** What is made of a message that is no words. */
  sent?(asking: Asking<F>): Reply;
  /** Buttons in the place of the keyboard. A message with them is no living card. */
  keyboard?(asking: Asking<F>): ReplyKeyboardMarkup;
};

/** Words of a question, of a chip of it: `ask.<feature>.<form>.<field>[.<chip>]`. */
export const askKey = (state: Pick<FormState, "feature" | "form">, ...rest: readonly string[]): BotKey =>
  ["ask", state.feature, state.form, ...rest].join(".") as BotKey;

/** The caption of a value: of the field's own dictionary, or under its question. */
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
