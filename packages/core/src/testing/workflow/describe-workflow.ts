import type { UserActor } from "@stsphera/rbac";
import { describe, expect, test } from "vitest";
import type { Context, Tx } from "../../kernel/index.ts";
import { inRolledBack, tracedOutcome } from "../verbs/in-rolled-back.ts";
import type { World } from "../world.ts";

/** One person a role, and what the truth calls him. */
export type Walker<Role extends string> = { label?: string; role: Role; actor: UserActor };

/** A move as the documents state it, written by hand, apart from the workflow. */
export type TruthOfMove<S extends string, Role extends string, Relation extends string> = {
  from: readonly S[];
  to: S;
  /** Roles that hold the right whatever they are to the thing. */
  roles: readonly Role[];
  /** Relations that give the right, and those whose own work it is. */
  relations?: readonly Relation[];
  never?: readonly Relation[];
  /** Only the person in this relation himself. */
  only?: Relation;
};

export type WorkflowWalk<M extends string, S extends string, Role extends string, Relation extends string> = {
  truth: Readonly<Record<M, TruthOfMove<S, Role, Relation>>>;
  states: readonly S[];
  relations: readonly Relation[];
  world: () => World;
  people: () => readonly Walker<Role>[];
  /** Roles for which the thing does not exist. */
  blind: readonly Role[];
  /** Roles that hold every right. */
  almighty: readonly Role[];
  /** Whether a relation counts for such a role, and in such a state. */
  counts: (role: Role, relation: Relation, state: S) => boolean;
  /** Puts a thing into a state, with the actor in the relation. Gives its id. */
  put: (ctx: Context, state: S, at: { relation: Relation; actor: UserActor }) => Promise<number>;
  /** Makes the move with everything it asks for. */
  press: (ctx: Context, id: number, move: M) => Promise<unknown>;
  stateOf: (tx: Tx, id: number) => Promise<S>;
};

/**
 * Walks every move from every state for every role, and for every relation where the move exists: who may make it does,
 * everybody else is refused in the one order (right before state), and a refusal leaves no record. From states that a
 * move does not know one relation stands for all: what is judged there is the order.
 */
export function describeWorkflow<
  M extends string,
  S extends string,
  Role extends string,
  Relation extends string,
>(name: string, walk: WorkflowWalk<M, S, Role, Relation>): void {
  const moves = Object.keys(walk.truth) as M[];
  const [none] = walk.relations;
  if (none === undefined) throw new Error("a walk needs the relation of being nothing to the thing");

  describe.each(moves)(`${name}: %s`, (move) => {
    test.each(walk.states)("from %s", async (state) => {
      const { from, to } = walk.truth[move];
      const known = from.includes(state);
      const [seen, wanted]: [string[], string[]] = [[], []];
      for (const { role, label = role, actor } of walk.people()) {
        for (const relation of known ? walk.relations : [none]) {
          const line = `${label} as ${relation}`;
          const should = expected(walk, move, { state, role, relation });
          const pressed = await pressOnce(walk, move, { state, actor, relation });
          wanted.push(`${line}: ${should} ${should === "ok" ? to : state}`);
          seen.push(`${line}: ${pressed.outcome} ${pressed.state}`);
          expect(pressed.left > 0, `${line} leaves a record`).toBe(pressed.outcome === "ok");
        }
      }
      expect(seen).toEqual(wanted);
    });
  });
}

type At<S, Role, Relation> = { state: S; role: Role; relation: Relation };

function expected<M extends string, S extends string, Role extends string, Relation extends string>(
  { truth, blind, almighty, counts }: WorkflowWalk<M, S, Role, Relation>,
  move: M,
  { state, role, relation }: At<S, Role, Relation>,
): "ok" | "not_found" | "forbidden" | "invalid_transition" {
  const { from, roles, relations = [], never = [], only } = truth[move];
  if (blind.includes(role)) return "not_found";
  const tied = counts(role, relation, state);
  const right = almighty.includes(role) || roles.includes(role) || (tied && relations.includes(relation));
  const person = only === undefined || (relation === only && tied);
  if (!right || !person || (tied && never.includes(relation))) return "forbidden";
  return from.includes(state) ? "ok" : "invalid_transition";
}

function pressOnce<M extends string, S extends string, Role extends string, Relation extends string>(
  walk: WorkflowWalk<M, S, Role, Relation>,
  move: M,
  { state, actor, relation }: { state: S; actor: UserActor; relation: Relation },
): Promise<{ outcome: string; left: number; state: S }> {
  return inRolledBack(walk.world(), actor, async (ctx, tx) => {
    const id = await walk.put(ctx, state, { relation, actor });
    const traced = await tracedOutcome(ctx, tx, () => walk.press(ctx, id, move));
    return { ...traced, state: await walk.stateOf(tx, id) };
  });
}
