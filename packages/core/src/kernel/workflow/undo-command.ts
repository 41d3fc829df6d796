import { id as idField } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import { z } from "zod";
import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Change } from "../change.ts";
import { command } from "../command.ts";
import { type Context, personOf, type Tx } from "../context.ts";
import { DomainError, forbidden } from "../errors.ts";
import { updateRow } from "../rows.ts";
import type { Case } from "./case.ts";
import { writeDecisions } from "./decisions.ts";
import { hasRight, rightTo } from "./judge.ts";
import type { Lifecycle, State, VersionedRow } from "./lifecycle.ts";
import { type Kept, type RecordedMove, markUndone, newestMove } from "./moves.ts";
import { difference, restored } from "./snapshot.ts";
import type { Asks } from "./step.ts";
import { undoableUntil } from "./undo-until.ts";

type Undone<L, Row> = { ctx: Context; loaded: L; after: Row; kept: Record<string, unknown> };

export type UndoDefinition<Row extends VersionedRow, L, K extends string, A> = {
  name: string;
  id: K;
  event: EventType;
  load: (tx: Tx, ctx: Context, id: number) => Promise<L>;
  assertOpen?: (loaded: L) => void;
  /** Whether later work depends on the move although the row itself is unchanged. */
  isBuiltOn?: (tx: Tx, loaded: L, move: RecordedMove) => Promise<boolean>;
  /**
   * Guards what undoing brings back: the world may have gone on while the row did not, so `before`, the row to be, has
   * to pass what a move that leads there asks for. The refusals of those guards are told as conflicts.
   */
  restores: (tx: Tx, a: { ctx: Context; loaded: L; before: Row }) => Promise<void>;
  /** Reverts the move's effects from what they stored; `after` is the restored row. */
  reverse?: (tx: Tx, a: Undone<L, Row>) => Promise<Change[]>;
  payload: (before: Row, after: Row) => Record<string, unknown>;
  /** Its state and the moves that are allowed unless said. */
  answer?: (ctx: Context, after: Row, loaded: L) => A;
};

/** Undoes the actor's own newest move within its time limit, while nothing depends on it; the record keeps both. */
export function undoCommand<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Asks,
  const K extends string,
  A = State<S, M>,
>(lifecycle: Lifecycle<Row, L, C, S, M, B>, definition: UndoDefinition<Row, L, K, A>) {
  const { entity, workflow, table, tracked, rowOf, caseOf, current, decisionsOf } = lifecycle;
  const undoable = workflow.names.filter((name) => workflow.moves[name].undo !== undefined);

  return command({
    name: definition.name,
    permissions: [...new Set(undoable.map((name) => workflow.moves[name].permission))],
    input: z.strictObject({ [definition.id]: idField }) as unknown as z.ZodType<
      Record<K, number>,
      Record<K, number>
    >,
    load: async (tx, ctx, input) => {
      const entityId = input[definition.id];
      const loaded = await definition.load(tx, ctx, entityId);
      const made = await newestMove(tx, { entityType: entity, entityId });
      if (made === undefined) throw new DomainError("conflict", { sentence: "nothing_to_undo" });
      return { loaded, made, past: made.before as Kept };
    },
    authorize: (ctx, { loaded, made, past }) => {
      const row = rowOf(loaded);
      const move = workflow.moves[made.move as M];
      const before = { ...row, ...restored(table, past, tracked) };
      const was = caseOf(before, loaded);
      if (made.byId !== personOf(ctx).id) throw forbidden(move.permission, "only_mover_undoes");
      if (!hasRight(ctx.actor, move, was)) throw forbidden(move.permission);
      definition.assertOpen?.(loaded);
      const refuse = (sentence: RefusalCode) =>
        new DomainError("conflict", { sentence, current: current(row) });
      if (move.undo === undefined || made.undoneAt !== null) throw refuse("nothing_to_undo");
      if (ctx.now >= undoableUntil(made.at, move.undo.minutes)) throw refuse("move_undo_time_over");
      if (row.version !== past.version + 1) throw refuse("move_built_upon");
      return { before, right: rightTo(ctx.actor, move, was), refuse };
    },
    execute: async (tx, { ctx, target: { loaded, made, past }, verdict: { before, right, refuse } }) => {
      if (await definition.isBuiltOn?.(tx, loaded, made)) throw refuse("move_built_upon");
      const row = rowOf(loaded);
      await definition.restores(tx, { ctx, loaded, before }).catch((error: unknown) => {
        throw asConflict(error, current(row));
      });
      const after = await updateRow(tx, table, row, restored(table, past, tracked) as Partial<Row>, current);
      await markUndone(tx, ctx, made);
      const reversed = (await definition.reverse?.(tx, { ctx, loaded, after, kept: past.kept ?? {} })) ?? [];
      const subject = lifecycle.subjectOf(loaded);
      if (decisionsOf !== undefined) await writeDecisions(tx, subject, decisionsOf(after, loaded));
      return {
        result: (definition.answer ?? lifecycle.stateOf)(ctx, after, loaded) as A,
        changes: [
          { ...subject, ...difference(row, after, tracked), right, onBehalfOf: right.onBehalfOf },
          ...reversed,
        ],
        events: [
          {
            ...lifecycle.eventsAbout(loaded),
            type: definition.event,
            payload: definition.payload(row, after),
          },
        ],
      };
    },
  });
}

/** An undo has no fields to find fault with: what a guard refuses is a conflict, in the guard's words. */
function asConflict(error: unknown, current: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== "validation_failed") return error;
  const { fields: _fields, ...told } = error.details;
  return new DomainError("conflict", { ...told, current });
}
