import type { TransitionSchema } from "@stsphera/contracts";
import type { z } from "zod";
import { type Context, personOf } from "../context.ts";
import type { Verdict } from "./judge.ts";

/** Input schema of an entity's moves; null where each verb has its own. */
export type Asks = TransitionSchema<unknown, unknown> | null;

/** The input of one move apart from its name and version. */
export type MoveInput<B extends Asks, M extends string> = B extends z.ZodType
  ? Omit<Extract<z.output<B>, { move: M }>, "move" | "to" | "version">
  : object;

/** Argument of a step of one move: the loaded thing, the input, and the verdict of `authorize`. */
export type Step<L, M extends string, I = object> = {
  ctx: Context;
  loaded: L;
  move: M;
  input: I;
  verdict: Verdict<M>;
};

/** A step of any move, discriminated by `move`. */
export type AnyStep<L, M extends string, B extends Asks> = {
  [K in M]: Step<L, B extends null ? M : K, MoveInput<B, K>>;
}[M];

/** A move with the row after it. */
export type Made<L, M extends string, B extends Asks, Row> = AnyStep<L, M, B> & { after: Row };

/** The reason given with a move, or null. */
export const wordsOf = (input: object): string | null =>
  "reason" in input && typeof input.reason === "string" ? input.reason : null;

/** Id of the user who makes the move. */
export const makerOf = (step: { ctx: Context }): number => personOf(step.ctx).id;
