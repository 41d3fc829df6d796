import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Actor, Relation, UserActor } from "@stsphera/rbac";
import { type Case, relationsOf } from "./case.ts";

/**
 * Restricts a move to particular users among those who hold its right. Binds admins too: an admin may override it by
 * giving a reason, which the audit log records, unless the rule is not overridable.
 */
export type ActorRule<C extends Case = Case> = {
  /** Key of the refusal message. */
  readonly sentence: RefusalCode;
  /** True where nobody may judge their own work, nor that of the user they stand in for. */
  readonly apartFromDoers: boolean;
  /** False where not even an admin may override the rule. */
  readonly overridable?: false;
  readonly holds: (actor: Actor, c: C) => boolean;
};

/** Only the user in this relation; a role or a deputyship is not enough. */
export const only = <C extends Case>(relation: Relation, sentence: RefusalCode): ActorRule<C> => ({
  sentence,
  apartFromDoers: false,
  holds: (actor, c) => relationsOf(actor, c).includes(relation),
});

/**
 * Anyone except those who did the work and deputies who act only for them. A session that an admin's link began counts
 * as the admin's too, in both directions: nobody signs in as another to confirm their own work.
 */
export const notDoer = <C extends Case>(sentence: RefusalCode): ActorRule<C> => ({
  sentence,
  apartFromDoers: true,
  holds: (actor, { doers }) =>
    actor.kind !== "user" || !doers.some((doer) => doer === actor.id || isLinked(actor, doer)),
});

/** Whether the actor's session was given by this user, or by who gave one to this user, or the other way round. */
export const isLinked = ({ session, gaveSessionsTo }: UserActor, userId: number): boolean =>
  session?.givenBy === userId || gaveSessionsTo?.includes(userId) === true;
