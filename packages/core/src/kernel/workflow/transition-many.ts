import type { Change, DomainEvent } from "../change.ts";
import type { Context, Tx } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Case } from "./case.ts";
import type { Asked, Verdict } from "./judge.ts";
import type { Input, Lifecycle, VersionedRow } from "./lifecycle.ts";

/** One of several things that are moved in one transaction. */
export type OneOfMany<L, S extends string, M extends string> = {
  loaded: L;
  asked: Asked<S, M>;
  /** The version that was seen; the one that stands where nobody names any. */
  version?: number;
  input: Input;
};

export type Judged<L, M extends string> = { loaded: L; input: Input; verdict: Verdict<M> };

/**
 * Judges the same move of several things. A missing right refuses all of them; what a single thing does not allow (its
 * version, its state, an open condition) is told by its place, and the caller refuses all or leaves those out.
 */
export function judgeMany<Row extends VersionedRow, L, C extends Case<S>, S extends string, M extends string>(
  lifecycle: Lifecycle<Row, L, C, S, M>,
  ctx: Context,
  items: readonly OneOfMany<L, S, M>[],
): { judged: Judged<L, M>[]; exceptions: { at: number; error: DomainError }[] } {
  const judged: Judged<L, M>[] = [];
  const exceptions: { at: number; error: DomainError }[] = [];
  for (const [at, { loaded, asked, version = lifecycle.rowOf(loaded).version, input }] of items.entries()) {
    try {
      judged.push({ loaded, input, verdict: lifecycle.judge(ctx, loaded, asked, { version }) });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === "forbidden") throw error;
      exceptions.push({ at, error });
    }
  }
  return { judged, exceptions };
}

/** Makes moves that were judged, in the order of the list; the caller has locked the rows by id. */
export async function moveMany<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
>(
  lifecycle: Lifecycle<Row, L, C, S, M>,
  tx: Tx,
  ctx: Context,
  judged: readonly Judged<L, M>[],
): Promise<{ after: Row[]; changes: Change[]; events: DomainEvent[] }> {
  const made: { after: Row[]; changes: Change[]; events: DomainEvent[] } = {
    after: [],
    changes: [],
    events: [],
  };
  for (const { loaded, input, verdict } of judged) {
    const moved = await lifecycle.make(tx, { ctx, loaded, move: verdict.move, input, verdict });
    made.after.push(moved.after);
    made.changes.push(...moved.changes);
    made.events.push(...moved.events);
  }
  return made;
}
