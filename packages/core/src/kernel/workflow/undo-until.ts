import type { Context } from "../context.ts";
import type { Case } from "./case.ts";
import type { Workflow } from "./workflow.ts";

/** A thing as its card shows it: its moves, newest first, and whether the newest is still undoable. */
export type Moved<M extends string> = {
  moves: readonly { move: M; by: { id: number }; at: string; undoneAt: string | null }[];
  intact: boolean;
};

/** Until when the actor may undo the newest move of a thing; null if it is not theirs or the time is over. */
export function undoUntil<C extends Case<S>, S extends string, M extends string>(
  { moves }: Workflow<C, S, M>,
  { actor, now }: Pick<Context, "actor" | "now">,
  { moves: [newest], intact }: Moved<M>,
): string | null {
  if (newest === undefined || !intact || newest.undoneAt !== null) return null;
  const { undo } = moves[newest.move];
  if (undo === undefined || actor.kind !== "user" || actor.id !== newest.by.id) return null;
  const until = undoableUntil(newest.at, undo.minutes);
  return now < until ? until.toISOString() : null;
}

/** End of the undo period of a move. */
export const undoableUntil = (madeAt: Date | string, minutes: number): Date =>
  new Date(new Date(madeAt).getTime() + minutes * 60_000);
