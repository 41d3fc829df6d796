import type { Context } from "../context.ts";
import type { Case } from "./case.ts";
import { allowedMoves } from "./judge.ts";
import { type Moved, undoUntil } from "./undo-until.ts";
import type { Workflow } from "./workflow.ts";

export type OfferedMoves<M extends string> = {
  actions: (M | "undo")[];
  /** Until when the newest move can be undone, if `undo` is offered. */
  undoUntil: string | null;
};

/**
 * What the actor may do with a presented thing by its workflow: its moves, and undoing the newest one; nothing when the
 * thing takes no changes, for example on a closed object.
 */
export function offeredMoves<C extends Case<S>, S extends string, M extends string>(
  workflow: Workflow<C, S, M>,
  reader: Pick<Context, "actor" | "now">,
  judged: C,
  thing: Moved<M> & { changeable: boolean },
): OfferedMoves<M> {
  if (!thing.changeable) return { actions: [], undoUntil: null };
  const until = undoUntil(workflow, reader, thing);
  const moves: M[] = allowedMoves(workflow, reader.actor, judged, reader.now);
  return { actions: until === null ? moves : [...moves, "undo"], undoUntil: until };
}
