import { MEMBER_ROLES, type UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { inRolledBack, outcomeWithTraces } from "../verbs/in-rolled-back.ts";
import type { World } from "../world.ts";

/** One user per role, with the label used in the truth table. */
export type Walker<Role extends string> = { label?: string; role: Role; actor: UserActor };

/** A move as specified in the documents, written by hand, independently of the workflow. */
export type TruthOfMove<S extends string, Role extends string, Relation extends string> = {
  from: readonly S[];
  to: S;
  /** Roles that hold the right regardless of relation. */
  roles: readonly Role[];
  /** Relations that give the right, to the roles for which `counts` is true. */
  relations?: readonly Relation[];
  /** Relations that take it, whatever the role: those of the doer. */
  never?: readonly Relation[];
  /** Only the user in this relation. */
  only?: Relation;
};

export type WorkflowWalk<M extends string, S extends string, Role extends string, Relation extends string> = {
  truth: Readonly<Record<M, TruthOfMove<S, Role, Relation>>>;
  states: readonly S[];
  /** Possible relations to the thing, beginning with none. */
  relations: readonly Relation[];
  world: () => World;
  people: () => readonly Walker<Role>[];
  /** Roles that get not_found for the thing. */
  blind: readonly Role[];
  /** Roles that hold every right. */
  almighty: readonly Role[];
  /** Whether a relation gives its right to a role, in a state; by default to members and the almighty. */
  counts?: (role: Role, relation: Relation, state: S) => boolean;
  /** Puts a thing into a state with the actor in the relation; returns its id. */
  put: (ctx: Context, state: S, at: { relation: Relation; actor: UserActor }) => Promise<number>;
  /** Makes the move with a complete input. */
  press: (ctx: Context, id: number, move: M) => Promise<unknown>;
  /** Requests a target state with the input of any move; for requests that may name a state. */
  pressTo?: { states: readonly S[]; press: (ctx: Context, id: number, to: S) => Promise<unknown> };
  /** Table of the thing, with its state in the column `status`. */
  table: PgTable & { id: PgColumn; status: PgColumn };
  /** How many audit and outbox rows each move adds, where all add the same. */
  leaves?: number;
};

const isMember = (role: string): boolean => MEMBER_ROLES.some((one) => one === role);

type Walk<S extends string, Role extends string, Relation extends string> = Pick<
  WorkflowWalk<string, S, Role, Relation>,
  "world" | "people" | "put" | "table" | "leaves"
>;

type At<S, Role, Relation> = { state: S; role: Role; relation: Relation };
type Outcome = "ok" | "not_found" | "forbidden" | "invalid_transition";

/**
 * Tests every move from every state for every role, and every relation where the move exists: those with the right
 * make it, everybody else is refused in the defined order (right before state), and a refusal leaves no record. From
 * states the move does not start from one relation is enough: only the order is tested there. `pressTo` tests every
 * pair of states in the same way.
 */
export function describeWorkflow<
  M extends string,
  S extends string,
  Role extends string,
  Relation extends string,
>(name: string, walk: WorkflowWalk<M, S, Role, Relation>): void {
  const { truth, states, pressTo } = walk;
  const moves = Object.keys(truth) as M[];

  describe.each(moves)(`${name}: %s`, (move) => {
    const { from, to } = truth[move];
    test.each(pressTo === undefined ? states : from)("from %s", async (state) => {
      await everybody(walk, state, {
        relations: from.includes(state) ? walk.relations : walk.relations.slice(0, 1),
        to,
        should: (at) => expected(walk, move, at),
        press: (ctx, id) => walk.press(ctx, id, move),
      });
    });
  });

  if (pressTo === undefined) return;
  describe.each(states)(`${name} requested from %s`, (state) => {
    test.each(pressTo.states)("to %s", async (to) => {
      const leading = moves.filter((move) => truth[move].to === to);
      const known = leading.filter((move) => truth[move].from.includes(state));
      await everybody(walk, state, {
        relations: known.length > 0 ? walk.relations : walk.relations.slice(0, 1),
        to,
        should: (at) => {
          const outcomes = (known.length > 0 ? known : leading).map((move) => expected(walk, move, at));
          const refused = outcomes.length > 0 && outcomes.every((outcome) => outcome === "forbidden");
          if (walk.blind.includes(at.role)) return "not_found";
          return refused ? "forbidden" : known.length > 0 ? "ok" : "invalid_transition";
        },
        press: (ctx, id) => pressTo.press(ctx, id, to),
      });
    });
  });
}

type Try<S, Role, Relation> = {
  relations: readonly Relation[];
  /** State after a successful move. */
  to: S;
  should: (at: At<S, Role, Relation>) => string;
  press: (ctx: Context, id: number) => Promise<unknown>;
};

/** Every user in every relation makes the move once, each time rolled back; a refusal leaves nothing. */
export async function everybody<S extends string, Role extends string, Relation extends string>(
  { world, people, put, table, leaves }: Walk<S, Role, Relation>,
  state: S,
  { relations, to, should, press }: Try<S, Role, Relation>,
): Promise<void> {
  const [seen, wanted]: [string[], string[]] = [[], []];
  for (const { role, label = role, actor } of people()) {
    for (const relation of relations) {
      const line = `${label} as ${relation}`;
      const outcome = should({ state, role, relation });
      const pressed = await inRolledBack(world(), actor, async (ctx, tx) => {
        const id = await put(ctx, state, { relation, actor });
        const traced = await outcomeWithTraces(ctx, tx, () => press(ctx, id));
        const [row] = await tx.select({ status: table.status }).from(table).where(eq(table.id, id));
        return { ...traced, state: row?.status };
      });
      wanted.push(`${line}: ${outcome} ${outcome === "ok" ? to : state}`);
      seen.push(`${line}: ${pressed.outcome} ${pressed.state}`);
      const left = pressed.outcome === "ok" ? (leaves ?? Math.max(pressed.left, 1)) : 0;
      expect(pressed.left, `rows that ${line} leaves`).toBe(left);
    }
  }
  expect(seen).toEqual(wanted);
}

function expected<M extends string, S extends string, Role extends string, Relation extends string>(
  {
    truth,
    blind,
    almighty,
    counts = (one) => almighty.includes(one) || isMember(one),
  }: WorkflowWalk<M, S, Role, Relation>,
  move: M,
  { state, role, relation }: At<S, Role, Relation>,
): Outcome {
  const { from, roles, relations = [], never = [], only } = truth[move];
  if (blind.includes(role)) return "not_found";
  const tied = counts(role, relation, state);
  const right = almighty.includes(role) || roles.includes(role) || (tied && relations.includes(relation));
  const person = only === undefined || (relation === only && tied);
  if (!right || !person || never.includes(relation)) return "forbidden";
  return from.includes(state) ? "ok" : "invalid_transition";
}
