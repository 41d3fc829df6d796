import type { Unit } from "../vocabulary.ts";

/**
 * What a form asks for, as plain data: the bot's dialogue and the Mini App's sheet are drawn from the same rows. A field
 * is named as the input of the verb names it, so that a refusal of that path asks the same question again.
 */
export type Answers = Readonly<Record<string, unknown>>;

// A method in its type, so that a form of one card stands in a list of any forms.
export type Common<Card> = {
  readonly name: string;
  /** May be left out; the answer is null then. */
  readonly optional?: boolean;
  /** Asked only where this holds, of the card as its reader got it and of the answers so far. */
  when?(card: Card, answers: Answers): boolean;
  /**
   * Of a field that is asked only when a button is pressed: the questions under which the button stands. `confirm` is the
   * last card, where it stands when nothing is said.
   */
  readonly at?: readonly string[];
  /** The question that the way back leads to, under words of its own. */
  readonly back?: string;
};

export type ReasonField<Card> = Common<Card> & {
  readonly kind: "reason";
  /** Reasons one press away; words are typed for `other` alone, or where there are none of these. */
  readonly codes: readonly string[];
  /** Where the captions of the codes stand, when it is not under the question. */
  readonly captions?: string;
  readonly least: number;
  readonly max: number;
};

export type WordsField<Card> = Common<Card> & {
  readonly kind: "words";
  /** A single line folds its line breaks: a title cannot draw rows of a card. */
  readonly lines: "one" | "many";
  readonly max: number;
};

export type PersonField<Card> = Common<Card> & {
  readonly kind: "person";
  /** Name of the query that gives the people. */
  readonly from: string;
  /** The verb takes `{ [as]: id }`, where others than people may stand. */
  readonly as?: string;
};

export type DayField<Card> = Common<Card> & {
  readonly kind: "day";
  /** Days one press away: so many after today; as a term so many days long, today included. */
  readonly ahead: readonly number[];
  readonly term?: boolean;
  /** Days before today are meant: one without a year is of this year. */
  readonly past?: boolean;
  /** A day that is over is taken too. */
  readonly anyDay?: boolean;
  /** Days one press away, where the thing knows them. */
  days?(card: Card): readonly string[];
};

export type ChoiceField<Card> = Common<Card> & {
  readonly kind: "choice";
  /** Values that may be chosen, or the name of the query that gives them. */
  readonly options?: readonly string[];
  readonly from?: string;
  readonly many?: boolean;
  /** The values are numbers to the verb. */
  readonly numeric?: boolean;
  /** Values that are seldom meant wait behind a button. */
  readonly rare?: boolean;
  /** Names of things that are short: two stand in a row. */
  readonly pairs?: boolean;
  readonly captions?: string;
  /** What stands now and therefore is not offered. */
  current?(card: Card): string;
};

export type PhotosField<Card> = Common<Card> & {
  readonly kind: "photos";
  readonly max: number;
  /** Taken while this field is asked, never asked for alone. */
  readonly beside?: string;
  /** Taken at every question, never asked for. */
  readonly always?: boolean;
};

/** What a quantity is entered against; decimals as strings. */
export type QuantityLine = {
  readonly unit: Unit;
  readonly planTotal: string;
  /** What is left; 0 where nothing is. */
  readonly rest: string;
  /** Amounts that stand to reason, by the names of their captions, such as yesterday's. */
  readonly ready: readonly { readonly name: string; readonly quantity: string }[];
};

export type QuantityField<Card> = Common<Card> & {
  readonly kind: "quantity";
  line(card: Card, answers: Answers): QuantityLine;
  /** Amounts one press away that are added up from zero. */
  readonly steps: readonly string[];
  /** Amounts that are added to the answer on the last card. */
  readonly change?: readonly string[];
};

/** One's own telephone number, from Telegram alone. */
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
      : F extends { kind: "choice"; options: readonly (infer O)[] }
        ? O
        : string;

/** The answer to a field; null where it may be left out or not be asked at all. */
export type AnswerTo<F> = Given<F> | (F extends { optional: true } | { when: unknown } ? null : never);
