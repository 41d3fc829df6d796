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
import { type Case, relationsOf } from "./case.ts";
import { destinationsOf, moveBetween, type Move, type Workflow } from "./workflow.ts";

/** The right by which a change was made, as the audit log asks for it. */
export type Right = { permission: Permission; relations: readonly Relation[]; onBehalfOf: number | null };

/** What `authorize` found out, for `execute`: nothing is looked up twice. */
export type Verdict<M extends string> = {
  move: M;
  right: Right;
  /** An admin made a move that is for a particular person. */
  overridden: boolean;
};

/** The actor in the capacities that count for a move: not in the place of those whose own work it is. */
function inCapacity<C extends Case<S>, S extends string>(actor: Actor, move: Move<C, S>, c: C): Actor {
  if (move.actorRule?.apartFromDoers !== true) return actor;
  return c.doers.reduce(apartFrom, actor);
}

const targetOf = (actor: Actor, c: Case, beyond: Limit | undefined) => ({
  ...(c.objectId === null ? {} : { objectId: c.objectId }),
  relations: relationsOf(actor, c),
  ...(beyond === undefined ? {} : { beyond }),
});

/** Whether the actor holds the permission of a move for this very thing, by role or by what he is to it. */
export function hasRight<C extends Case<S>, S extends string>(actor: Actor, move: Move<C, S>, c: C): boolean {
  return can(actor, move.permission, targetOf(actor, c, move.beyond?.of(c)));
}

/** Whether the move is for him, too: the right to it and the actor rule, were its state and conditions to hold. */
export function mayMakeMove<C extends Case<S>, S extends string>(
  actor: Actor,
  move: Move<C, S>,
  c: C,
): boolean {
  if (move.actorRule !== undefined && !move.actorRule.holds(actor, c)) return false;
  return hasRight(inCapacity(actor, move, c), move, c);
}

/** The right he makes the move by, and whose place he takes; null in his own. */
export function rightTo<C extends Case<S>, S extends string>(actor: Actor, move: Move<C, S>, c: C): Right {
  const { relations, ...target } = targetOf(actor, c, move.beyond?.of(c));
  const acting = inCapacity(actor, move, c);
  const { permission } = move;
  return { permission, relations, onBehalfOf: onBehalfOf(acting, permission, { relations, ...target }) };
}

/** Names of the moves the actor may make now. */
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

/** What a move is asked by: its name, or the state to go to. */
export type Asked<S extends string, M extends string> =
  | { move: M; to?: undefined }
  | { to: S; move?: undefined };

/** What stands and what the caller knows of it. */
export type Standing = {
  now: Date;
  /** The version of the row, and the one the change was made from; both absent for things without. */
  version?: { stands: number; asked: number } | undefined;
  /** The presented row, for a conflict. */
  current: () => unknown;
  /** An admin's own reason to make a move that is for somebody else. */
  override: boolean;
};

/**
 * Judges a move in the one order of all entities: right, actor rule, version, state, open condition. Throws forbidden,
 * version_conflict, invalid_transition (with the moves that are allowed) or conflict.
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

/** A state that no move reaches from here is refused first to those who may make none of the moves that lead there. */
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

/** Refuses an actor who may not make the move; true when an admin overrode the rule of whom it is for. */
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
  throw forbidden(move.permission, move.actorRule?.sentence);
}

/** A right that is there, but reaches less far, is refused with the sentence of its limit. */
function lacking<C extends Case<S>, S extends string>(move: Move<C, S>, actor: Actor, c: C): DomainError {
  const narrow = move.beyond !== undefined && can(actor, move.permission, targetOf(actor, c, undefined));
  return forbidden(move.permission, narrow ? move.beyond?.sentence : undefined);
}
