import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Limit, Permission, Relation, Role } from "@stsphera/rbac";
import type { ActorRule } from "./actor-rules.ts";
import type { Case } from "./case.ts";

/** Target of a move: a state, or one of several that depends on the case and the input, such as a partial receipt. */
export type Destination<C, S extends string> =
  | S
  | { readonly among: readonly S[]; readonly pick: (c: C, input: Readonly<Record<string, unknown>>) => S };

/** One move of an entity with states. Its input is defined in contracts. */
export type Move<C extends Case<S>, S extends string = string> = {
  readonly from: readonly S[];
  readonly to: Destination<C, S>;
  readonly permission: Permission;
  /** The limit that makes a role's right too narrow for this case, and its refusal message. */
  readonly beyond?: { readonly sentence: RefusalCode; readonly of: (c: C) => Limit | undefined };
  readonly actorRule?: ActorRule<C>;
  /** An additional condition, checked last; the message is that of the conflict. */
  readonly open?: { readonly sentence: RefusalCode; readonly holds: (c: C, now: Date) => boolean };
  /** Refusal message for a state the move does not start from, where the list of allowed moves says too little. */
  readonly otherwise?: RefusalCode;
  readonly event: EventType;
  /** For how long the user who made the move may undo it, while nothing depends on it. */
  readonly undo?: { readonly minutes: number };
};

/** A waiting decision, as `pending_decisions` stores it. */
export type Decision = {
  kind: string;
  permission: Permission;
  relation?: Relation;
  beyond?: Limit;
  /** The holder must hold the right by one of these roles, such as the one they were named for. */
  byRoles?: readonly Role[];
  holderId?: number;
  exceptUserIds?: readonly number[];
  companyWide?: boolean;
  /** A calendar day in the object's time zone. */
  dueOn?: string | null;
  since: Date;
  batch?: string;
};

export type Moves<C extends Case<S>, S extends string, M extends string> = Readonly<Record<M, Move<C, S>>>;

/** Every move of an entity; nothing else compares its states. */
export type Workflow<C extends Case<S>, S extends string, M extends string> = {
  readonly moves: Moves<C, S, M>;
  readonly names: readonly M[];
  /** The union of the permissions of its moves. */
  readonly permissions: readonly Permission[];
};

/**
 * Declares the moves of an entity by name; the name is the key of a move in cards, buttons, forms, texts and tests:
 * `defineWorkflow<TaskCase, TaskStatus>()({ take: { from: ["assigned"], … } })`.
 */
export const defineWorkflow =
  <C extends Case<S>, S extends string>() =>
  <M extends string>(moves: Moves<C, S, M>): Workflow<C, S, M> => ({
    moves,
    names: Object.keys(moves) as M[],
    permissions: [...new Set(Object.values<Move<C, S>>(moves).map(({ permission }) => permission))],
  });

/** The states a move may lead to. */
export const destinationsOf = <C extends Case<S>, S extends string>({ to }: Move<C, S>): readonly S[] =>
  typeof to === "string" ? [to] : to.among;

/** The target state of a move for the case and the input. */
export const destinationOf = <C extends Case<S>, S extends string>(
  { to }: Move<C, S>,
  c: C,
  input: Readonly<Record<string, unknown>>,
): S => (typeof to === "string" ? to : to.pick(c, input));

/** The move between two states; undefined where there is none. */
export function moveBetween<C extends Case<S>, S extends string, M extends string>(
  workflow: Workflow<C, S, M>,
  from: S,
  to: S,
): M | undefined {
  return workflow.names.find((name) => {
    const move = workflow.moves[name];
    return move.from.includes(from) && destinationsOf(move).includes(to);
  });
}
