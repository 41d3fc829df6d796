import type { Limit, Permission } from "@stsphera/rbac";
import type { AnyUnit } from "../vocabulary.ts";

/**
 * What a form asks for, as plain data: the bot's dialogue and the Mini App's sheet are both rendered from it. Fields
 * have the names of the verb's input fields, so that a refusal of a path repeats the right question.
 */
export type Answers = Readonly<Record<string, unknown>>;

// A method in its type (bivariant), so that forms of different cards can be in one list.
export type Common<Card> = {
  readonly name: string;
  /** May be skipped; the answer is then null. */
  readonly optional?: boolean;
  /** Asked only if true for the card as the reader got it and the answers so far. */
  when?(card: Card, answers: Answers): boolean;
  /**
   * For a field asked only on pressing a button: the questions that show the button. `confirm` is the last card, also
   * the default.
   */
  readonly at?: readonly string[];
  /** The question that the back button leads to, with a caption of its own. */
  readonly back?: string;
};

export type ReasonField<Card> = Common<Card> & {
  readonly kind: "reason";
  /** Reasons offered as chips; text is typed only for `other`, or when there are none. */
  readonly codes: readonly string[];
  /** Where the captions of the codes are, if not under the question. */
  readonly captions?: string;
  readonly least: number;
  readonly max: number;
  /** The verb takes `{ code, text }`, text for `other` alone, instead of the text. */
  readonly coded?: boolean;
};

export type WordsField<Card> = Common<Card> & {
  readonly kind: "words";
  /** `one` folds line breaks, so that a title cannot add lines to a card. */
  readonly lines: "one" | "many";
  readonly max: number;
  /** An amount of roubles, typed as people write it: «186 000», «150000,50». */
  readonly money?: true;
};

export type PersonField<Card> = Common<Card> & {
  readonly kind: "person";
  /** Name of the query that returns the people. */
  readonly from: string;
  /** For members of the object: only those who may hold this permission are offered. */
  readonly permission?: Permission;
  /** Those whose permission is limited to this are not offered. */
  readonly beyond?: Limit;
  /** The verb takes `{ [as]: id }`, for fields that also accept other things than people. */
  readonly as?: string;
};

export type DayField<Card> = Common<Card> & {
  readonly kind: "day";
  /** Days offered as chips: this many after today; for a period, this many days including today. */
  readonly ahead: readonly number[];
  readonly term?: boolean;
  /** A day without a year is in the current year, since past days are meant. */
  readonly past?: boolean;
  /** Accepts past days too. */
  readonly anyDay?: boolean;
  /** Days offered as chips, if they depend on the thing. */
  days?(card: Card): readonly string[];
};

export type ChoiceField<Card> = Common<Card> & {
  readonly kind: "choice";
  /** The possible values, or the name of the query that returns them. */
  readonly options?: readonly string[];
  readonly from?: string;
  /** Another field, on whose answer the values depend: a new one there clears the answer here. */
  readonly of?: string;
  readonly many?: boolean;
  /** The verb takes numbers. */
  readonly numeric?: boolean;
  /** Rarely used values are behind a button. */
  readonly rare?: boolean;
  /** Typed words narrow the values down. */
  readonly searched?: boolean;
  /** A typed number is an answer too, up to this one. */
  readonly typed?: { readonly most: number; readonly whole: boolean };
  /** Captions are short: two per row. */
  readonly pairs?: boolean;
  readonly captions?: string;
  /** The current value, which is not offered. */
  current?(card: Card): string;
};

export type PhotosField<Card> = Common<Card> & {
  readonly kind: "photos";
  readonly max: number;
  /** Accepted while this field is asked, never asked for alone. */
  readonly beside?: string;
  /** Accepted at every question, never asked for. */
  readonly always?: boolean;
};

/** Context of a quantity; decimals as strings. */
export type QuantityLine<Name extends string = string> = {
  readonly unit: AnyUnit;
  /** The largest quantity accepted; without it there is no limit. */
  readonly most?: string;
  /** The remainder, at least 0, offered by a button of its own. */
  readonly rest?: string;
  /** Likely amounts such as yesterday's, by their names in `QuantityField.ready`. */
  readonly ready?: readonly { readonly name: Name; readonly quantity: string }[];
};

export type QuantityField<Card> = Common<Card> & {
  readonly kind: "quantity";
  line(card: Card, answers: Answers): QuantityLine;
  /** Names of the likely amounts, each with a caption under the question. */
  readonly ready?: readonly string[];
  /** Amounts of the buttons that add up from zero. */
  readonly steps: readonly string[];
  /** Amounts of the buttons that change the answer on the last card. */
  readonly change?: readonly string[];
};

/** The user's own phone number, shared by Telegram only. */
export type ContactField<Card> = Common<Card> & { readonly kind: "contact" };

export type Field<Card = never> =
  | ContactField<Card>
  | ReasonField<Card>
  | WordsField<Card>
  | PersonField<Card>
  | DayField<Card>
  | ChoiceField<Card>
  | PhotosField<Card>
  | QuantityField<Card>;

export type ReasonAnswer = { readonly code: string | null; readonly text: string };
export type PersonAnswer = { readonly id: number; readonly fullName: string };

type Given<F> = F extends { kind: "reason" }
  ? ReasonAnswer
  : F extends { kind: "person" }
    ? PersonAnswer
    : F extends { kind: "choice"; many: true; options: readonly (infer O)[] }
      ? readonly O[]
      : F extends { kind: "choice"; many: true }
        ? readonly string[]
        : F extends { kind: "choice"; options: readonly (infer O)[] }
          ? O
          : string;

/** The answer to a field; null if it may be skipped or not asked. */
export type AnswerTo<F> = Given<F> | (F extends { optional: true } | { when: unknown } ? null : never);
