import type { Answers, AnswerTo, Field } from "./fields.ts";

/** What is missing before a form can be sent. */
export type Missing = { readonly what: string; readonly count: number };

export type Form<Card> = {
  /** Asked one after another. */
  readonly asks?: readonly Field<Card>[];
  /** Fields with a default, which may be changed before the form is sent. */
  readonly also?: readonly Field<Card>[];
  /** Asked when a refusal requires more; the form is then sent again. */
  readonly follows?: readonly Field<Card>[];
  /** The question answered by typed text while a button is expected. */
  readonly typed?: string;
  /** Shows a summary before sending. */
  readonly confirm?: boolean;
  /** Only one of the questions is answered, chosen by the user. */
  readonly anyOne?: boolean;
  /** What is missing on the card if `photos` more are sent along; empty when the form can be sent. */
  ready?(card: Card, photos: number): readonly Missing[];
  /** Can be undone for a few minutes. */
  readonly undo?: boolean;
};

/** The forms of one thing, by the name of the move or request. */
export type Forms<Card> = Readonly<Record<string, Form<Card>>>;

/**
 * Checks a table against its card and names while keeping its exact type: `forms<TaskCard, TaskAction>()({ take: {},
 * decline: { asks: [reason(DECLINE_REASONS)] } })`.
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
/** Fields that need no answer: a choice of fixed values has a default. */
type Standing<F> = AnswerTo<F> | (F extends { kind: "choice"; options: readonly string[] } ? never : null);

/** The answers of a completed form; for a form with `anyOne`, the one answer. */
export type AnswersOf<F> = F extends { anyOne: true }
  ? { readonly [N in NameOf<In<F, "asks">>]?: AnswerTo<Named<In<F, "asks">, N>> }
  : { readonly [N in NameOf<In<F, "asks">>]: AnswerTo<Named<In<F, "asks">, N>> } & {
      readonly [N in NameOf<In<F, "also">>]: Standing<Named<In<F, "also">, N>>;
    } & { readonly [N in NameOf<In<F, "follows">>]: AnswerTo<Named<In<F, "follows">, N>> | null };

/** True for a field that applies to this card and the answers so far. */
export const isAsked = <Card>(field: Field<Card>, card: Card, answers: Answers): boolean =>
  field.when === undefined || field.when(card, answers);

/** The questions for this card in order, given the answers so far. */
export function askedFields<Card>(form: Form<Card>, card: Card, answers: Answers): Field<Card>[] {
  return (form.asks ?? []).filter(
    (field) => !(field.kind === "photos" && field.beside !== undefined) && isAsked(field, card, answers),
  );
}

/** All fields of a form, whether asked or not. */
export const fieldsOf = <Card>(form: Form<Card>): readonly Field<Card>[] => [
  ...(form.asks ?? []),
  ...(form.also ?? []),
  ...(form.follows ?? []),
];

/** Answers without those that depended on the former answer of a field. */
export function withoutDependents<A extends Readonly<Record<string, unknown>>>(
  form: Form<never>,
  name: string,
  answers: A,
): A {
  const gone = fieldsOf(form).flatMap((field) =>
    field.kind === "choice" && field.of === name ? [field.name] : [],
  );
  if (gone.length === 0) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !gone.includes(key))) as A;
}

/** True for a form that is sent at once. */
export const asksNothing = (form: Form<never>): boolean => (form.asks ?? []).length === 0;
