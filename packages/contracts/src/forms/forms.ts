import type { Answers, AnswerTo, Field } from "./fields.ts";

/** What is still missing before a form can be sent. */
export type Missing = { readonly what: string; readonly count: number };

export type Form<Card> = {
  /** Asked one after another. */
  readonly asks?: readonly Field<Card>[];
  /** Has a value of its own already and may be changed before the form is sent. */
  readonly also?: readonly Field<Card>[];
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

type Asked<F> =
  | (F extends { asks: readonly (infer A)[] } ? A : never)
  | (F extends { also: readonly (infer A)[] } ? A : never);
type Named<F, N> = Extract<F, { name: N }>;
type NameOf<F> = F extends { name: infer N extends string; kind: infer K }
  ? K extends "photos"
    ? never
    : N
  : never;

/** The answers of a form that was filled in; of one that asks any single question, that one. */
export type AnswersOf<F> = F extends { anyOne: true }
  ? { readonly [N in NameOf<Asked<F>>]?: AnswerTo<Named<Asked<F>, N>> }
  : { readonly [N in NameOf<Asked<F>>]: AnswerTo<Named<Asked<F>, N>> };

/** The fields that are asked of this card one after another, given the answers so far. */
export function askedFields<Card>(form: Form<Card>, card: Card, answers: Answers): Field<Card>[] {
  return (form.asks ?? []).filter(
    (field) =>
      !(field.kind === "photos" && field.beside !== undefined) &&
      (field.when === undefined || field.when(card, answers)),
  );
}

/** True for a form that is sent as soon as it is chosen. */
export const asksNothing = (form: Form<never>): boolean => (form.asks ?? []).length === 0;
