import type { Answers, AnswerTo, Field } from "./fields.ts";

/** What is still missing before a form can be sent. */
export type Missing = { readonly what: string; readonly count: number };

export type Form<Card> = {
  /** Asked one after another. */
  readonly asks?: readonly Field<Card>[];
  /** Has a value of its own already and may be changed before the form is sent. */
  readonly also?: readonly Field<Card>[];
  /** Asked when a refusal wants to know more; the answer sends the form once more. */
  readonly follows?: readonly Field<Card>[];
  /** The question that words answer too where a button is waited for. */
  readonly typed?: string;
  /** Read through once more before it is sent. */
  readonly confirm?: boolean;
  /** One of the questions is answered, whichever the person chooses. */
  readonly anyOne?: boolean;
  /** What is missing on the card, `photos` more being sent along; empty when the form can be sent. */
  ready?(card: Card, photos: number): readonly Missing[];
  /** Can be taken back for a few minutes. */
  readonly undo?: boolean;
};

/** The forms of one thing, by the name of the move or request that each belongs to. */
export type Forms<Card> = Readonly<Record<string, Form<Card>>>;

/**
 * Keeps the exact type of a table while it is checked against its card and its names:
 * `forms<TaskCard, TaskAction>()({ take: {}, decline: { asks: [reason(DECLINE_REASONS)] } })`.
 */
export const forms =
  <Card, Name extends string = string>() =>
  <const T extends Readonly<Record<Name, Form<Card>>>>(table: T): T =>
    table;

type In<F, Part extends string> = F extends { readonly [P in Part]: readonly (infer A)[] } ? A : never;
type Named<F, N> = Extract<F, { name: N }>;
type NameOf<F> = F extends { name: infer N extends string; kind: infer K }
  ? K extends "photos"
    ? never
    : N
  : never;
/** Fields that need no answer: a choice of fixed values has one from the beginning. */
type Standing<F> = AnswerTo<F> | (F extends { kind: "choice"; options: readonly string[] } ? never : null);

/** The answers of a form that was filled in; of one that asks any single question, that one. */
export type AnswersOf<F> = F extends { anyOne: true }
  ? { readonly [N in NameOf<In<F, "asks">>]?: AnswerTo<Named<In<F, "asks">, N>> }
  : { readonly [N in NameOf<In<F, "asks">>]: AnswerTo<Named<In<F, "asks">, N>> } & {
      readonly [N in NameOf<In<F, "also">>]: Standing<Named<In<F, "also">, N>>;
    } & { readonly [N in NameOf<In<F, "follows">>]: AnswerTo<Named<In<F, "follows">, N>> | null };

/** True for a field that this card, with the answers so far, has a use for. */
export const isAsked = <Card>(field: Field<Card>, card: Card, answers: Answers): boolean =>
  field.when === undefined || field.when(card, answers);

/** The fields that are asked of this card one after another, given the answers so far. */
export function askedFields<Card>(form: Form<Card>, card: Card, answers: Answers): Field<Card>[] {
  return (form.asks ?? []).filter(
    (field) => !(field.kind === "photos" && field.beside !== undefined) && isAsked(field, card, answers),
  );
}

/** Every field of a form, whether it is asked now or not. */
export const fieldsOf = <Card>(form: Form<Card>): readonly Field<Card>[] => [
  ...(form.asks ?? []),
  ...(form.also ?? []),
  ...(form.follows ?? []),
];

/** True for a form that is sent as soon as it is chosen. */
export const asksNothing = (form: Form<never>): boolean => (form.asks ?? []).length === 0;
