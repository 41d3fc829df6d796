import {
  type Actor,
  apartFrom,
  can,
  type Limit,
  onBehalfOf,
  type Permission,
  type Relation,
} from "@stsphera/rbac";
import { DomainError, forbidden } from "../errors.ts";
import { assertVersion } from "../version.ts";
import { isLinked } from "./actor-rules.ts";
import { type Case, relationsOf } from "./case.ts";
import { destinationsOf, moveBetween, type Move, type Workflow } from "./workflow.ts";

/** The right by which a change was made, for the audit log. */
export type Right = { permission: Permission; relations: readonly Relation[]; onBehalfOf: number | null };

/** What `authorize` found out, for `execute`, so that nothing is looked up twice. */
export type Verdict<M extends string> = {
  move: M;
  right: Right;
  /** An admin overrode the actor rule of the move. */
  overridden: boolean;
};

/** The actor with only those capacities that count for a move: without those of the doers they stand in for. */
function inCapacity<C extends Case<S>, S extends string>(actor: Actor, move: Move<C, S>, c: C): Actor {
  if (move.actorRule?.apartFromDoers !== true) return actor;
  return c.doers.reduce(apartFrom, actor);
}

const targetOf = (actor: Actor, c: Case, beyond: Limit | undefined) => ({
  ...(c.objectId === null ? {} : { objectId: c.objectId }),
  relations: relationsOf(actor, c),
  ...(beyond === undefined ? {} : { beyond }),
});

/** Whether the actor holds the permission of a move for this thing, by role or by relation. */
export function hasRight<C extends Case<S>, S extends string>(actor: Actor, move: Move<C, S>, c: C): boolean {
  return can(actor, move.permission, targetOf(actor, c, move.beyond?.of(c)));
}

/** Whether the right and the actor rule allow the move, regardless of state and conditions. */
export function mayMakeMove<C extends Case<S>, S extends string>(
  actor: Actor,
  move: Move<C, S>,
  c: C,
): boolean {
  if (move.actorRule !== undefined && !move.actorRule.holds(actor, c)) return false;
  return hasRight(inCapacity(actor, move, c), move, c);
}

/** The right the actor uses for the move, and the principal they stand in for; null when acting for themselves. */
export function rightTo<C extends Case<S>, S extends string>(actor: Actor, move: Move<C, S>, c: C): Right {
  const { relations, ...target } = targetOf(actor, c, move.beyond?.of(c));
  const acting = inCapacity(actor, move, c);
  const { permission } = move;
  return { permission, relations, onBehalfOf: onBehalfOf(acting, permission, { relations, ...target }) };
}

/** Names of the moves the actor may make in the current state. */
export function allowedMoves<C extends Case<S>, S extends string, M extends string>(
  { moves, names }: Workflow<C, S, M>,
  actor: Actor,
  c: C,
  now: Date,
): M[] {
  return names.filter((name) => {
    const move = moves[name];
    return move.from.includes(c.state) && mayMakeMove(actor, move, c) && (move.open?.holds(c, now) ?? true);
  });
}

/** How a move is requested: by its name, or by its target state. */
export type Asked<S extends string, M extends string> =
  | { move: M; to?: undefined }
  | { to: S; move?: undefined };

/** The current state of the thing and what the caller assumes about it. */
export type Standing = {
  now: Date;
  /** Current version of the row and the version the change was made from; undefined for things without versions. */
  version?: { stands: number; asked: number } | undefined;
  /** The presented row, for a version conflict. */
  current: () => unknown;
  /** True when an admin asks to override the actor rule. */
  override: boolean;
};

/**
 * Judges a move in the order common to all entities: right, actor rule, version, state, open condition. Throws
 * forbidden, version_conflict, invalid_transition (with the allowed moves) or conflict.
 */
export function assertMove<C extends Case<S>, S extends string, M extends string>(
  workflow: Workflow<C, S, M>,
  actor: Actor,
  c: C,
  asked: Asked<S, M>,
  standing: Standing,
): Verdict<M> {
  const name = asked.to === undefined ? asked.move : moveBetween(workflow, c.state, asked.to);
  if (name === undefined && asked.to !== undefined)
    assertSomeMove(workflow, actor, c, asked.to, standing.override);
  const overridden = name !== undefined && assertActor(workflow.moves[name], actor, c, standing.override);
  const { version, current, now } = standing;
  if (version !== undefined) assertVersion({ version: version.stands }, version.asked, current());
  if (name === undefined || !workflow.moves[name].from.includes(c.state)) {
    const sentence = name === undefined ? undefined : workflow.moves[name].otherwise;
    throw new DomainError("invalid_transition", {
      allowed: allowedMoves(workflow, actor, c, now),
      current: current(),
      ...(sentence === undefined ? {} : { sentence }),
    });
  }
  const move = workflow.moves[name];
  if (move.open !== undefined && !move.open.holds(c, now)) {
    throw new DomainError("conflict", { sentence: move.open.sentence, current: current() });
  }
  return { move: name, right: rightTo(actor, move, c), overridden };
}

/** For an unreachable target state: users who may make none of the moves that lead there get forbidden first. */
function assertSomeMove<C extends Case<S>, S extends string, M extends string>(
  { moves, names }: Workflow<C, S, M>,
  actor: Actor,
  c: C,
  to: S,
  override: boolean,
): void {
  const leading = names.map((name) => moves[name]).filter((move) => destinationsOf(move).includes(to));
  const [first] = leading;
  if (first === undefined || leading.some((move) => mayMakeMove(actor, move, c))) return;
  assertActor(leading.find((move) => hasRight(actor, move, c)) ?? first, actor, c, override);
}

/** Throws forbidden when the actor may not make the move; returns true when an admin overrode the actor rule. */
function assertActor<C extends Case<S>, S extends string>(
  move: Move<C, S>,
  actor: Actor,
  c: C,
  override: boolean,
): boolean {
  if (!hasRight(actor, move, c)) throw lacking(move, actor, c);
  if (mayMakeMove(actor, move, c)) return false;
  const passable = override && move.actorRule?.overridable !== false;
  if (passable && actor.kind === "user" && actor.role === "admin") return true;
  throw forbidden(move.permission, sentenceOf(move, actor, c));
}

/** Who is refused only because of a link between two sessions is told so. */
function sentenceOf<C extends Case<S>, S extends string>(move: Move<C, S>, actor: Actor, c: C) {
  const apart = move.actorRule?.apartFromDoers === true && actor.kind === "user";
  const linked = apart && !c.doers.includes(actor.id) && c.doers.some((doer) => isLinked(actor, doer));
  return linked ? "session_of_doer" : move.actorRule?.sentence;
}

/** A right that exists but is too narrow is refused with the message of its limit. */
function lacking<C extends Case<S>, S extends string>(move: Move<C, S>, actor: Actor, c: C): DomainError {
  const narrow = move.beyond !== undefined && can(actor, move.permission, targetOf(actor, c, undefined));
  return forbidden(move.permission, narrow ? move.beyond?.sentence : undefined);
}
