import type { Change, DomainEvent, NonEmpty } from "../change.ts";
import { type Context, personOf, type Tx } from "../context.ts";
import { updateRow, type VersionedTable } from "../rows.ts";
import type { Case } from "./case.ts";
import { writeDecisions } from "./decisions.ts";
import { type Asked, assertMove, type Verdict } from "./judge.ts";
import { keepMove } from "./moves.ts";
import { difference, snapshotOf } from "./snapshot.ts";
import { type Decision, destinationOf, type Workflow } from "./workflow.ts";

export type VersionedRow = { id: number; version: number };
export type Input = Readonly<Record<string, unknown>>;

/** What a step of a move is given: the loaded thing, what was asked, and what was found when it was judged. */
export type Step<L, M extends string, I = Input> = {
  ctx: Context;
  loaded: L;
  move: M;
  input: I;
  verdict: Verdict<M>;
};

/**
 * What a move brought about besides the row itself: `payload` is added to that of its event, `kept` goes into the record
 * of the move, for undoing.
 */
export type Effects = { changes?: Change[]; events?: DomainEvent[]; payload?: Input; kept?: Input };

export type LifecycleDefinition<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
> = {
  entity: string;
  workflow: Workflow<C, S, M>;
  table: VersionedTable;
  rowOf: (loaded: L) => Row;
  caseOf: (row: Row, loaded: L) => C;
  /** Columns that a move may touch: what its record keeps, what undoing restores and the audit log compares. */
  tracked: readonly (keyof Row & string)[];
  /** The columns a move writes, the state among them. */
  columns: (step: Step<L, M>, to: S) => Partial<Row>;
  /** What happens besides: children, other rows, their changes and events. Runs after the row was written. */
  effects?: (tx: Tx, step: Step<L, M> & { after: Row }) => Promise<Effects>;
  /** The payload of the move's event. */
  payload: (step: Step<L, M> & { after: Row }) => Record<string, unknown>;
  /** The row as a version conflict shows it. */
  current: (row: Row) => unknown;
  /** What waits for whom while the row stands so. */
  decisionsOf?: (row: Row, loaded: L) => readonly Decision[];
};

export type Moved<Row> = { after: Row; changes: NonEmpty<Change>; events: DomainEvent[] };

/** Everything the commands of an entity share: one way to judge a move and one way to make it. */
export type Lifecycle<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
> = LifecycleDefinition<Row, L, C, S, M> & {
  subjectOf: (loaded: L) => { entityType: string; entityId: number; objectId: number | null };
  judge: (
    ctx: Context,
    loaded: L,
    asked: Asked<S, M>,
    from: { version: number; override?: boolean },
  ) => Verdict<M>;
  make: (tx: Tx, step: Step<L, M>) => Promise<Moved<Row>>;
};

export function defineLifecycle<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
>(definition: LifecycleDefinition<Row, L, C, S, M>): Lifecycle<Row, L, C, S, M> {
  const { entity, workflow, table, rowOf, caseOf, tracked, current } = definition;
  const subjectOf = (loaded: L) => {
    const row = rowOf(loaded);
    return { entityType: entity, entityId: row.id, objectId: caseOf(row, loaded).objectId };
  };

  return {
    ...definition,
    subjectOf,
    judge(ctx, loaded, asked, { version, override = false }) {
      const row = rowOf(loaded);
      return assertMove(workflow, ctx.actor, caseOf(row, loaded), asked, {
        now: ctx.now,
        version: { stands: row.version, asked: version },
        current: () => current(row),
        override,
      });
    },
    async make(tx, step) {
      const { ctx, loaded, input, verdict } = step;
      const row = rowOf(loaded);
      const move = workflow.moves[step.move];
      const was = caseOf(row, loaded);
      const to = destinationOf(move, was, input);
      const after = await updateRow(tx, table, row, definition.columns(step, to), current);
      const effects = (await definition.effects?.(tx, { ...step, after })) ?? {};
      const subject = subjectOf(loaded);
      await keepMove(tx, ctx, {
        ...subject,
        move: step.move,
        from: was.state,
        to,
        reason: wordsOf(input),
        before: { ...snapshotOf(row, tracked), version: row.version, kept: effects.kept ?? {} },
      });
      if (definition.decisionsOf !== undefined) {
        await writeDecisions(tx, subject, definition.decisionsOf(after, loaded));
      }
      const main = { ...subject, ...auditOf(row, after, tracked, step), right: verdict.right };
      const { onBehalfOf } = verdict.right;
      return {
        after,
        changes: [
          { ...main, onBehalfOf },
          ...(effects.changes ?? []).map((one) => ({ right: verdict.right, ...one })),
        ],
        events: [
          {
            ...subject,
            type: move.event,
            payload: { ...definition.payload({ ...step, after }), ...effects.payload },
          },
          ...(effects.events ?? []),
        ],
      };
    },
  };
}

/** The reason given with a move, if any. */
export const wordsOf = (input: Input): string | null =>
  typeof input["reason"] === "string" ? input["reason"] : null;

/** What was and what is; an override says so, with the admin's own reason. */
function auditOf<Row extends object, M extends string>(
  before: Row,
  after: Row,
  tracked: readonly (keyof Row & string)[],
  { input, verdict }: Pick<Step<unknown, M>, "input" | "verdict">,
): Pick<Change, "before" | "after" | "reason"> {
  const differs = difference(before, after, tracked);
  const words = wordsOf(input);
  if (!verdict.overridden) return { ...differs, ...(words === null ? {} : { reason: words }) };
  const override = { override: true, ...(words === null ? {} : { words }) };
  const { overrideReason } = input;
  return {
    before: differs.before,
    after: { ...differs.after, ...override },
    ...(typeof overrideReason === "string" ? { reason: overrideReason } : {}),
  };
}

/** The person who makes the move. */
export const makerOf = (step: { ctx: Context }): number => personOf(step.ctx).id;
