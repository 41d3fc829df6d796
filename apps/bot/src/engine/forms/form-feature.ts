import type { DomainError } from "@stsphera/core";
import type { Answers, AnswersOf, Forms, PersonField } from "@stsphera/contracts/forms";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Button, HtmlValue, RenderedMessage } from "@stsphera/telegram";
import type { z } from "zod";
import type { BotKey } from "../../locales/i18n.ts";
import type { Dialogue } from "../memory.ts";
import type { Choosable } from "../people-chooser.ts";
import type { TelegramPhoto } from "../photo-file.ts";
import type { Turn } from "../turn.ts";
import type { FormState } from "./form-state.ts";

/** A question with its context: the turn, what the form is about and the answers so far. */
export type Asked<S, C> = {
  readonly turn: Turn;
  readonly state: FormState;
  readonly subject: S;
  readonly card: C;
  readonly answers: Answers;
};

/** A completed form; `form` discriminates its answers. */
export type Filled<S, C, T> = {
  [F in keyof T & string]: Omit<Asked<S, C>, "answers"> & {
    readonly form: F;
    readonly answers: AnswersOf<T[F]>;
  };
}[keyof T & string];

/** The result of a completed form. */
export type Done = {
  readonly message: RenderedMessage;
  readonly toast?: string;
  /** Key of the live card to show the result in, when it is not the dialogue's own. */
  readonly card?: string;
  /** False when nothing was written, e.g. by a search. */
  readonly written?: boolean;
};

/**
 * A value to choose; without a caption it is looked up by the field. `rare` values are shown on a page behind a button.
 */
export type Option = { readonly value: string; readonly caption?: string; readonly rare?: boolean };

/**
 * What a feature declares about its forms; the engine does the rest. Callbacks are methods, not function properties, so
 * that features of different cards fit into one list (method parameters are bivariant).
 */
export type FormFeature<S extends object, C, T extends Forms<C>> = {
  readonly feature: string;
  readonly forms: T;
  readonly subject: z.ZodType<S>;
  /** The command that starts such a dialogue or resumes a suspended one. */
  readonly command?: string;
  /** Loads the current state of what the form is about. */
  load(turn: Turn, subject: S, answers: Answers): Promise<C>;
  /** Null when the question itself is the title. */
  title(asked: Asked<S, C>): string | null;
  /** Question text, and button caption by key suffix, where they need values or depend on the card. */
  question?(asked: Asked<S, C>): HtmlValue | undefined;
  caption?(asked: Asked<S, C>, what: string): string | undefined;
  /** Hint shown when the answer is of the wrong kind; by default the engine's. */
  expected?(asked: Asked<S, C>): string | undefined;
  /** Lines above the question. */
  facts?(asked: Asked<S, C>): readonly HtmlValue[];
  /** Summary of all answers before sending. */
  summary?(asked: Asked<S, C>): { readonly title: string; readonly lines: readonly HtmlValue[] };
  /** People of a `person` field; `search` is a part of a name. */
  people?(
    asked: Asked<S, C>,
    field: PersonField<unknown>,
    search: string | null,
  ): Promise<readonly Choosable[]>;
  /** Values of a `choice` field that come from a query. */
  options?(asked: Asked<S, C>, from: string): Promise<readonly Option[]>;
  /** The current day at the object; by default the user's own. */
  today?(asked: Asked<S, C>): Promise<string> | string;
  /** Why an answer is refused before the next question; null when it is accepted. */
  check?(asked: Asked<S, C>, field: string, answer: unknown): Promise<string | null> | string | null;
  /** Adjusts the form after an answer, e.g. clears answers that it makes invalid. */
  settle?(before: Asked<S, C>, after: Asked<S, C>, field: string): FormState;
  /** Message to show instead when the question can no longer be asked; it ends the form. Null otherwise. */
  ended?(asked: Asked<S, C>): RenderedMessage | null;
  /**
   * The feature's own buttons above the last row, and their handler: it returns the form to show next, null when it has
   * answered by itself, undefined when the button is not its own.
   */
  buttons?(asked: Asked<S, C>): readonly Button[][];
  /** Buttons of other features under a question, before the last row. */
  below?(asked: Asked<S, C>): readonly Button[][];
  press?(asked: Asked<S, C>, action: string, argument: string): Promise<FormState | null> | undefined;
  /** Message shown when the user goes back from the first question. */
  leave?(turn: Turn, subject: S): Promise<RenderedMessage>;
  /** True when «Отмена» shows the entity again. */
  readonly leavesOnCancel?: boolean;
  /** What «Отмена» shows on the card that the form had taken over; null when the form had a card of its own. */
  cancelled?(turn: Turn, state: FormState): Promise<RenderedMessage | null>;
  finish(filled: Filled<S, C, T>): Promise<Done>;
  /** Handles a refusal: true when answered, a FormState to ask again; false leaves it to the engine. */
  refused?(asked: Asked<S, C>, error: DomainError): Promise<boolean | FormState>;
  /** Refusals that end the form: the user is told why and sees the current card. */
  readonly over?: readonly RefusalCode[];
  /** Maps paths of the verb's input to form fields with another name. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Short description of an open form, for the offer to resume it. */
  resumed(turn: Turn, state: FormState): Promise<string> | string;
  /** True when another dialogue would lose data of this form; by default when there is any answer or photo. */
  holds?(state: FormState, next: Dialogue | null): boolean;
  /** Texts for saved photos and for too many photos. */
  readonly photoWords?: { readonly kept: BotKey; readonly full: BotKey };
  /** True when the dialogue survives a `not_found` of what it is about, because its photos are still useful. */
  readonly outlives?: boolean;
  /** True for a button outside the form that concerns its subject. */
  concerns?(data: string, subject: S): boolean;
  /** Number of photos attached earlier; they count towards the limit. */
  photosBefore?(subject: S): number;
  /** False for photos that belong elsewhere although the form has a photo field. */
  takesPhotos?(turn: Turn, state: FormState): boolean;
  /** Attaches an album photo that arrives after the dialogue ended; false when it is not accepted. */
  follow?(turn: Turn, subject: S, photo: TelegramPhoto): Promise<boolean>;
};

/** A feature with erased types, as the engine handles it. */
export type AnyForms = FormFeature<Readonly<Record<string, unknown>>, unknown, Forms<unknown>>;
export type AnyAsked = Asked<Readonly<Record<string, unknown>>, unknown>;

/** Declares the forms of a feature; infers the types of forms, subject and card from each other. */
export const formFeature = <S extends object, C, const T extends Forms<C>>(
  feature: FormFeature<S, C, T>,
): FormFeature<S, C, T> => feature;
