import type { Change, DomainEvent, NonEmpty } from "../change.ts";
import type { Context, Tx } from "../context.ts";
import { updateRow, type VersionedTable } from "../rows.ts";
import type { Case } from "./case.ts";
import { writeDecisions } from "./decisions.ts";
import { allowedMoves, type Asked, assertMove, type Verdict } from "./judge.ts";
import { recordMove, type Subject } from "./moves.ts";
import { difference, snapshotOf } from "./snapshot.ts";
import { type AnyStep, type Asks, type Made, type MoveInput, type Step, wordsOf } from "./step.ts";
import { type Decision, destinationOf, type Workflow } from "./workflow.ts";

export type VersionedRow = { id: number; version: number };
type Fields = Readonly<Record<string, unknown>>;

/**
 * What a move did besides changing the row: `payload` is merged into that of its event, `kept` is stored in the
 * move's record for undoing.
 */
export type Effects = { changes?: Change[]; events?: DomainEvent[]; payload?: Fields; kept?: Fields };

export type LifecycleDefinition<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Asks,
> = {
  entity: string;
  workflow: Workflow<C, S, M>;
  /** The input schema of its moves: the body of its transitions. */
  input: B;
  table: VersionedTable;
  rowOf: (loaded: L) => Row;
  caseOf: (row: Row, loaded: L) => C;
  /** Columns that moves may change: recorded with each move, restored by undo, compared in the audit log. */
  tracked: readonly (keyof Row & string)[];
  /** The columns that every move writes, including the state. */
  columns: (step: AnyStep<L, M, B>, to: S) => Partial<Row>;
  /** Columns that particular moves write in addition or instead. */
  columnsOf?: { readonly [K in M]?: (step: Step<L, K, MoveInput<B, K>>) => Partial<Row> };
  /** Checks of particular moves that need the database, run by `transitionCommand` under the row lock. */
  guards?: { readonly [K in M]?: (tx: Tx, step: Step<L, K, MoveInput<B, K>>) => Promise<void> };
  /** Side effects: child rows, other rows, their changes and events. Runs after the row was written. */
  effects?: (tx: Tx, made: Made<L, M, B, Row>) => Promise<Effects>;
  /** The thing that the events are about, where the row is only a part of it; by default the row itself. */
  eventsAbout?: (loaded: L) => Subject;
  /** The payload of the move's event. */
  payload: (made: Made<L, M, B, Row>) => Record<string, unknown>;
  /** The row as a version conflict shows it. */
  current?: (row: Row) => unknown;
  /** Decisions that wait while the row is in this state. */
  decisionsOf?: (row: Row, loaded: L) => readonly Decision[];
};

/** The state of a thing and the moves the actor may make now. */
export type State<S extends string, M extends string> = {
  id: number;
  version: number;
  status: S;
  actions: M[];
};

export type Moved<Row> = { after: Row; changes: NonEmpty<Change>; events: DomainEvent[] };

/** Everything the commands of an entity share: how its moves are judged and made. */
export type Lifecycle<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Asks,
> = LifecycleDefinition<Row, L, C, S, M, B> & {
  subjectOf: (loaded: L) => Subject;
  current: (row: Row) => unknown;
  eventsAbout: (loaded: L) => Subject;
  /** The answer of every move, built from the current row. */
  stateOf: (ctx: Context, row: Row, loaded: L) => State<S, M>;
  judge: (
    ctx: Context,
    loaded: L,
    asked: Asked<S, M>,
    from: { version: number; override?: boolean },
  ) => Verdict<M>;
  make: (tx: Tx, step: AnyStep<L, M, B>) => Promise<Moved<Row>>;
};

export function defineLifecycle<
  Row extends VersionedRow,
  L,
  C extends Case<S>,
  S extends string,
  M extends string,
  B extends Asks,
>(definition: LifecycleDefinition<Row, L, C, S, M, B>): Lifecycle<Row, L, C, S, M, B> {
  const { entity, workflow, table, rowOf, caseOf, tracked, current = stateOnly } = definition;
  const subjectOf = (loaded: L) => {
    const row = rowOf(loaded);
    return { entityType: entity, entityId: row.id, objectId: caseOf(row, loaded).objectId };
  };
  const about = definition.eventsAbout ?? subjectOf;
  const columns = (step: AnyStep<L, M, B>, to: S) => {
    const own = definition.columnsOf?.[step.move] as ((step: AnyStep<L, M, B>) => Partial<Row>) | undefined;
    return { ...definition.columns(step, to), ...own?.(step) };
  };

  return {
    ...definition,
    current,
    subjectOf,
    eventsAbout: about,
    stateOf(ctx, row, loaded) {
      const c = caseOf(row, loaded);
      const actions = allowedMoves(workflow, ctx.actor, c, ctx.now);
      return { id: row.id, version: row.version, status: c.state, actions };
    },
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
      const to = destinationOf(move, was, input as Fields);
      const after = await updateRow(tx, table, row, columns(step, to), current);
      const made = { ...step, after } as Made<L, M, B, Row>;
      const effects = (await definition.effects?.(tx, made)) ?? {};
      const subject = subjectOf(loaded);
      const { onBehalfOf } = verdict.right;
      await recordMove(tx, ctx, {
        ...subject,
        move: step.move,
        from: was.state,
        to,
        reason: wordsOf(input),
        onBehalfOf,
        before: { ...snapshotOf(row, tracked), version: row.version, kept: effects.kept ?? {} },
      });
      if (definition.decisionsOf !== undefined) {
        await writeDecisions(tx, subject, definition.decisionsOf(after, loaded));
      }
      const main = { ...subject, ...auditOf(row, after, tracked, step), right: verdict.right };
      return {
        after,
        changes: [
          { ...main, onBehalfOf },
          ...(effects.changes ?? []).map((one) => ({ right: verdict.right, ...one })),
        ],
        events: [
          {
            ...about(loaded),
            type: move.event,
            payload: { ...definition.payload(made), ...effects.payload },
          },
          ...(effects.events ?? []),
        ],
      };
    },
  };
}

const stateOnly = (row: VersionedRow & { status?: unknown }) => ({
  id: row.id,
  status: row.status,
  version: row.version,
});

/** Values before and after; an override adds the admin's reason. */
function auditOf<Row extends object>(
  before: Row,
  after: Row,
  tracked: readonly (keyof Row & string)[],
  { input, verdict }: Pick<Step<unknown, string>, "input" | "verdict">,
): Pick<Change, "before" | "after" | "reason"> {
  const differs = difference(before, after, tracked);
  const words = wordsOf(input);
  if (!verdict.overridden) return { ...differs, ...(words === null ? {} : { reason: words }) };
  const override = { override: true, ...(words === null ? {} : { words }) };
  const own = "overrideReason" in input ? input.overrideReason : undefined;
  return {
    before: differs.before,
    after: { ...differs.after, ...override },
    ...(typeof own === "string" ? { reason: own } : {}),
  };
}
