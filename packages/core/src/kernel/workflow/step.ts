import type { TransitionSchema } from "@stsphera/contracts";
import type { z } from "zod";
import { type Context, personOf } from "../context.ts";
import type { Verdict } from "./judge.ts";

/** What the moves of a thing ask for; null where each verb asks in its own way. */
export type Asks = TransitionSchema<unknown, unknown> | null;

/** What one move asked for besides its name and the version it was made from. */
export type MoveInput<B extends Asks, M extends string> = B extends z.ZodType
  ? Omit<Extract<z.output<B>, { move: M }>, "move" | "to" | "version">
  : object;

/** What a step of one move is given: the loaded thing, what was asked, and what was found when it was judged. */
export type Step<L, M extends string, I = object> = {
  ctx: Context;
  loaded: L;
  move: M;
  input: I;
  verdict: Verdict<M>;
};

/** A step of any of the moves, told apart by `move`: its input is that of the move. */
export type AnyStep<L, M extends string, B extends Asks> = {
  [K in M]: Step<L, B extends null ? M : K, MoveInput<B, K>>;
}[M];

/** A move with the row as it stands after it. */
export type Made<L, M extends string, B extends Asks, Row> = AnyStep<L, M, B> & { after: Row };

/** The reason given with a move, if any. */
export const wordsOf = (input: object): string | null =>
  "reason" in input && typeof input.reason === "string" ? input.reason : null;

/** The person who makes the move. */
export const makerOf = (step: { ctx: Context }): number => personOf(step.ctx).id;
