import { z } from "zod";
import { person } from "./person.ts";
import { id, instant, version } from "./scalars.ts";

type Shape = z.ZodRawShape;
type Fields<F extends Shape> = keyof F extends never ? unknown : z.output<z.ZodObject<F>>;
type Given<F extends Shape> = keyof F extends never ? unknown : z.input<z.ZodObject<F>>;

/** A move by name, with its input. */
export type NamedMove<F extends Readonly<Record<string, Shape>>, C extends Shape, V> = {
  [M in keyof F & string]: { move: M; to?: undefined } & V & Fields<F[M]> & Fields<C>;
}[keyof F & string];

/** A target state, with the input of the one move that leads there, which is validated once the move is known. */
export type StateMove<S extends string> = {
  to: S;
  version: number;
  move?: undefined;
  [field: string]: unknown;
};

/** Options of a body, discriminated by `move`; the one without it names a state. */
export type TransitionSchema<I, O> = z.ZodType<O, I> & { readonly options: readonly z.ZodObject[] };

type Version = { version: number };

/**
 * The body of a transition: `{ move, version, … }` with the fields of that move, or `{ to, version, … }` where one
 * move leads to that state. `common` is accepted with every move.
 */
export function transitionInput<
  const S extends readonly [string, ...string[]],
  F extends Readonly<Record<string, Shape>>,
  C extends Shape,
>(
  id: string,
  { states, moves, common }: { states: S; moves: F; common: C },
): TransitionSchema<
  | { [M in keyof F & string]: { move: M; to?: undefined } & Version & Given<F[M]> & Given<C> }[keyof F &
      string]
  | StateMove<S[number]>,
  NamedMove<F, C, Version> | StateMove<S[number]>
> {
  const named = Object.entries(moves).map(([move, fields]) =>
    z.strictObject({ move: z.literal(move), version, ...fields, ...common }),
  );
  const every: Record<string, z.core.$ZodType> = {};
  for (const fields of [...Object.values(moves), common]) {
    for (const [name, field] of Object.entries(fields)) every[name] = z.optional(field);
  }
  const byState = z.strictObject({ to: z.enum(states), version, ...every });
  return z.union([...named, byState]).meta({ id }) as never;
}

/** The option of a body that the caller meant: by its `move`, else the one that names a state. */
export function transitionOption(options: readonly z.ZodObject[], body: unknown): z.ZodObject | undefined {
  const move = typeof body === "object" && body !== null && "move" in body ? body.move : undefined;
  return options.find(({ shape }) => {
    const literal = shape["move"];
    return move === undefined
      ? literal === undefined
      : literal instanceof z.ZodLiteral && literal.value === move;
  });
}

/** A move as the card of a thing shows it; an undone one stays. */
export const moveRecord = <
  const M extends readonly [string, ...string[]],
  const S extends readonly [string, ...string[]],
>(
  moves: M,
  states: S,
) =>
  z.object({
    id,
    move: z.enum(moves),
    from: z.enum(states),
    to: z.enum(states),
    by: person,
    onBehalfOf: person.nullable().meta({ description: "The absent person for whom they stood in" }),
    at: instant,
    reason: z.string().nullable(),
    undoneAt: instant.nullable(),
  });
