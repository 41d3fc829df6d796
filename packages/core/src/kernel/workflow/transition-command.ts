import { transitionOption, type TransitionSchema } from "@stsphera/contracts";
import { z } from "zod";
import type { Change, DomainEvent } from "../change.ts";
import { command, type Command } from "../command.ts";
import type { Context, Tx } from "../context.ts";
import { parseInput } from "../input.ts";
import type { Case } from "./case.ts";
import type { Asked, Verdict } from "./judge.ts";
import type { Lifecycle, Moved, State, VersionedRow } from "./lifecycle.ts";
import type { AnyStep } from "./step.ts";

type Body = TransitionSchema<unknown, unknown>;
type Fields = Readonly<Record<string, unknown>>;

export type TransitionDefinition<
  Row extends VersionedRow,
  L,
  B extends Body,
  M extends string,
  K extends string,
  R,
  A,
> = {
  name: string;
  /** The input field with the id of the thing. */
  id: K;
  /** Locks the thing; not_found when the actor may not see it. */
  load: (tx: Tx, ctx: Context, id: number) => Promise<L>;
  /** Throws when no moves are allowed any more, for example because the object is closed. */
  assertOpen?: (loaded: L) => void;
  /** Runs before the guards of every move, for example to attach files; its result is added to the audit row. */
  prepare?: (tx: Tx, step: AnyStep<L, M, B>) => Promise<Record<string, unknown>>;
  /** Builds the answer from the row after the move; by default its state and the allowed moves. */
  answer?: (ctx: Context, after: Row, a: { tx: Tx; loaded: L }) => R | Promise<R>;
  /** Completes a fresh or stored answer: links are signed anew each time. */
  present?: (ctx: Context, result: R) => A;
};

/**
 * The command that moves an entity: `{ move, version, … }`, or `{ to, version, … }` where only one move leads there.
 * The fields of a named move are validated at parsing; those of a target state once the move is known.
 */
export function transitionCommand<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Body,
  const K extends string,
  R = State<S, M>,
  A = R,
>(
  lifecycle: Lifecycle<Row, L, C, S, M, B>,
  definition: TransitionDefinition<Row, L, B, M, K, R, A>,
): Command<z.ZodType<z.output<B> & Record<K, number>, z.input<B> & Record<K, number>>, A> {
  const { id } = definition;
  const body = lifecycle.input;
  const options = body.options.map((option) => z.strictObject({ [id]: z.int().positive(), ...option.shape }));
  const schema = z.union(options);
  const unknownMove = z.looseObject({ move: z.enum(lifecycle.workflow.names) });
  const optionOf = (raw: unknown) => transitionOption(options, raw) ?? unknownMove;

  return command({
    name: definition.name,
    permissions: lifecycle.workflow.permissions,
    lifecycle,
    input: schema,
    optionOf,
    ...(definition.present === undefined ? {} : { present: definition.present }),
    load: (tx, ctx, input) => definition.load(tx, ctx, (input as Record<string, number>)[id] ?? 0),
    authorize: (ctx, loaded, input) => {
      const { move, to, version, overrideReason } = input as Fields & Asked<S, M> & { version: number };
      const asked = (move === undefined ? { to } : { move }) as Asked<S, M>;
      const override = overrideReason !== undefined;
      const verdict = lifecycle.judge(ctx, loaded, asked, { version, override });
      definition.assertOpen?.(loaded);
      return {
        verdict,
        asked: move === undefined ? namedInput(body.options, input, verdict, id) : (input as Fields),
      };
    },
    execute: async (tx, { ctx, target: loaded, verdict: { verdict, asked } }) => {
      const step = { ctx, loaded, move: verdict.move, input: asked, verdict } as never;
      const noted = (await definition.prepare?.(tx, step)) ?? {};
      await lifecycle.guards?.[verdict.move]?.(tx, step);
      const moved = await lifecycle.make(tx, step);
      const answer = definition.answer?.(ctx, moved.after, { tx, loaded });
      const state = answer === undefined ? lifecycle.stateOf(ctx, moved.after, loaded) : await answer;
      return outcomeOf(moved, noted, state as R);
    },
  }) as never;
}

/** The input of the move found by target state, validated by that move's own schema. */
function namedInput<M extends string>(
  options: readonly z.ZodObject[],
  input: unknown,
  { move }: Verdict<M>,
  id: string,
): Fields {
  const option = transitionOption(options, { move });
  if (option === undefined) throw new Error(`no input for the move ${move}`);
  const given = { ...(input as Fields), move };
  const known = Object.entries(given).filter(([name]) => name in option.shape);
  return { ...(parseInput(option, Object.fromEntries(known)) as Fields), [id]: (input as Fields)[id] };
}

function outcomeOf<Row, A>(
  { changes: [main, ...others], events }: Moved<Row>,
  noted: Record<string, unknown>,
  result: A,
): { result: A; changes: [Change, ...Change[]]; events: DomainEvent[] } {
  return { result, changes: [{ ...main, after: { ...main.after, ...noted } }, ...others], events };
}
