import type { DomainError } from "@stsphera/core";
import type { Answers, AnswersOf, Forms } from "@stsphera/contracts/forms";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Button, HtmlValue, RenderedMessage } from "@stsphera/telegram";
import type { z } from "zod";
import type { BotKey } from "../../locales/i18n.ts";
import type { Dialogue } from "../memory.ts";
import type { Choosable } from "../people-chooser.ts";
import type { TelegramPhoto } from "../photo-file.ts";
import type { Turn } from "../turn.ts";
import type { FormState } from "./form-state.ts";

/** A question that is asked: of whom, about what, with the answers so far. */
export type Asked<S, C> = {
  readonly turn: Turn;
  readonly state: FormState;
  readonly subject: S;
  readonly card: C;
  readonly answers: Answers;
};

/** A form that was filled in; `form` tells which one and what it holds. */
export type Filled<S, C, T> = {
  [F in keyof T & string]: Omit<Asked<S, C>, "answers"> & {
    readonly form: F;
    readonly answers: AnswersOf<T[F]>;
  };
}[keyof T & string];

/** What came of a form. */
export type Done = {
  readonly message: RenderedMessage;
  readonly toast?: string;
  /** The living card from here on, where it is not the one of the dialogue. */
  readonly card?: string;
  /** False when nothing was written, as by a search. */
  readonly written?: boolean;
};

/** A value one may choose; without a caption of its own it is found by the field. `rare` ones wait behind a button. */
export type Option = { readonly value: string; readonly caption?: string; readonly rare?: boolean };

/**
 * What a feature says of its forms; everything else is the engine's. Methods, not functions: a feature of one card stands
 * in the list of all.
 */
export type FormFeature<S extends object, C, T extends Forms<C>> = {
  readonly feature: string;
  readonly forms: T;
  readonly subject: z.ZodType<S>;
  /** The command that begins such a dialogue, or goes on with the one that waits. */
  readonly command?: string;
  /** What the questions are about, as it stands now. */
  load(turn: Turn, subject: S, answers: Answers): Promise<C>;
  /** Null where the question itself is the title. */
  title(asked: Asked<S, C>): string | null;
  /** The question, and a caption by the end of its key, where they need values or differ by the thing. */
  question?(asked: Asked<S, C>): HtmlValue | undefined;
  caption?(asked: Asked<S, C>, what: string): string | undefined;
  /** What is told of what a question does not take, in words of its own. */
  expected?(asked: Asked<S, C>): string | undefined;
  /** Lines above the question. */
  facts?(asked: Asked<S, C>): readonly HtmlValue[];
  /** Everything that was answered, before it is sent. */
  summary?(asked: Asked<S, C>): { readonly title: string; readonly lines: readonly HtmlValue[] };
  /** The people of a `person` field; `search` is a piece of the name that is looked for. */
  people?(asked: Asked<S, C>, from: string, search: string | null): Promise<readonly Choosable[]>;
  /** The values of a `choice` field that takes them from a query. */
  options?(asked: Asked<S, C>, from: string): Promise<readonly Option[]>;
  /** The day it is where the thing is; the person's own where nothing is said. */
  today?(asked: Asked<S, C>): Promise<string> | string;
  /** Why an answer will not do, before the next question; null when it will. */
  check?(asked: Asked<S, C>, field: string, answer: unknown): Promise<string | null> | string | null;
  /** What an answer brings along or makes void: the form as it is then. */
  settle?(before: Asked<S, C>, after: Asked<S, C>, field: string): FormState;
  /** What is shown in the place of a question that cannot be asked any more; the form is over. */
  ended?(asked: Asked<S, C>): RenderedMessage | null;
  /**
   * Buttons of the feature's own above the last row, and what they do: the question to be shown then, or null when it
   * has answered itself. Undefined for what is no button of it.
   */
  buttons?(asked: Asked<S, C>): readonly Button[][];
  press?(asked: Asked<S, C>, action: string, argument: string): Promise<FormState | null> | undefined;
  /** What is shown when the first question is left without an answer. */
  leave?(turn: Turn, subject: S): Promise<RenderedMessage>;
  /** True where «Отмена» shows the thing again. */
  readonly leavesOnCancel?: boolean;
  finish(filled: Filled<S, C, T>): Promise<Done>;
  /** Answers a refusal: true, or the question to be shown anew; false leaves it to the engine. */
  refused?(asked: Asked<S, C>, error: DomainError): Promise<boolean | FormState>;
  /** Refusals after which nothing can be asked any more: told, and the thing is shown as it stands. */
  readonly over?: readonly RefusalCode[];
  /** Paths of the verb's input that stand for a field of another name. */
  readonly paths?: Readonly<Record<string, string>>;
  /** What was begun, in a few words. */
  resumed(turn: Turn, state: FormState): Promise<string> | string;
  /** True when something would be lost to another dialogue; any answer or photo, where nothing is said. */
  holds?(state: FormState, next: Dialogue | null): boolean;
  /** What is said of photos that were kept, and of those that are too many. */
  readonly photoWords?: { readonly kept: BotKey; readonly full: BotKey };
  /** True where a dialogue goes on though what it is about is gone: its line may be, its photos are not. */
  readonly outlives?: boolean;
  /** True for a button outside the form that is about its subject. */
  concerns?(data: string, subject: S): boolean;
  /** Photos that are there before those of the form; they count with them. */
  photosBefore?(subject: S): number;
  /** False for photos that belong elsewhere though the form takes some. */
  takesPhotos?(turn: Turn, state: FormState): boolean;
  /** A late part of an album whose dialogue is over; false when it is not taken. */
  follow?(turn: Turn, subject: S, photo: TelegramPhoto): Promise<boolean>;
};

/** A feature as the engine sees it. */
export type AnyForms = FormFeature<Readonly<Record<string, unknown>>, unknown, Forms<unknown>>;
export type AnyAsked = Asked<Readonly<Record<string, unknown>>, unknown>;

/** Declares the forms of a feature; the table, the subject and the card find each other's types. */
export const formFeature = <S extends object, C, const T extends Forms<C>>(
  feature: FormFeature<S, C, T>,
): FormFeature<S, C, T> => feature;
