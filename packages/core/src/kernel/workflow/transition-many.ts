import type { Change, DomainEvent } from "../change.ts";
import type { Context, Tx } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Case } from "./case.ts";
import type { Lifecycle, VersionedRow } from "./lifecycle.ts";
import type { AnyStep, Asks, MoveInput } from "./step.ts";

/** One of several things moved in one transaction, each by its own move. */
export type OneOfMany<L, M extends string, B extends Asks> = {
  [K in M]: {
    loaded: L;
    move: K;
    /** The version the caller has seen; the current one if absent. */
    version?: number;
    input: MoveInput<B, K>;
  };
}[M];

/**
 * Judges moves of several things. A missing right refuses all of them; problems of a single thing (version, state,
 * open condition) are returned by index, and the caller refuses all or skips those.
 */
export function judgeMany<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Asks,
>(
  lifecycle: Lifecycle<Row, L, C, S, M, B>,
  ctx: Context,
  items: readonly OneOfMany<L, M, B>[],
): { judged: AnyStep<L, M, B>[]; exceptions: { at: number; error: DomainError }[] } {
  const judged: AnyStep<L, M, B>[] = [];
  const exceptions: { at: number; error: DomainError }[] = [];
  for (const [at, { version, ...item }] of items.entries()) {
    const { loaded, move } = item;
    try {
      const from = { version: version ?? lifecycle.rowOf(loaded).version };
      const verdict = lifecycle.judge(ctx, loaded, { move }, from);
      judged.push({ ctx, ...item, verdict } as AnyStep<L, M, B>);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === "forbidden") throw error;
      exceptions.push({ at, error });
    }
  }
  return { judged, exceptions };
}

/** Makes moves already judged, in list order; the caller has locked the rows in id order. */
export async function moveMany<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Asks,
>(
  lifecycle: Lifecycle<Row, L, C, S, M, B>,
  tx: Tx,
  judged: readonly AnyStep<L, M, B>[],
): Promise<{ after: Row[]; changes: Change[]; events: DomainEvent[] }> {
  const made: { after: Row[]; changes: Change[]; events: DomainEvent[] } = {
    after: [],
    changes: [],
    events: [],
  };
  for (const step of judged) {
    const moved = await lifecycle.make(tx, step);
    made.after.push(moved.after);
    made.changes.push(...moved.changes);
    made.events.push(...moved.events);
  }
  return made;
}
