import type { RefusalCode } from "@stsphera/contracts/refusals";
import { type Actor, type Relation } from "@stsphera/rbac";
import { type Case, relationsOf } from "./case.ts";

/**
 * Which particular person a move is for, beyond the right to it. Binds admins too: one passes only with a reason of his
 * own, which the audit log keeps as an override, and where the rule can be overridden at all.
 */
export type ActorRule<C extends Case = Case> = {
  /** Key of the sentence that refuses everybody else. */
  readonly sentence: RefusalCode;
  /** True where nobody judges his own work, nor that of a person in whose place he acts. */
  readonly apartFromDoers: boolean;
  /** False where not even an admin's reason passes. */
  readonly overridable?: false;
  readonly holds: (actor: Actor, c: C) => boolean;
};

/** The person in this relation himself; a role or a deputyship does not make one. */
export const only = <C extends Case>(relation: Relation, sentence: RefusalCode): ActorRule<C> => ({
  sentence,
  apartFromDoers: false,
  holds: (actor, c) => relationsOf(actor, c).includes(relation),
});

/** Anybody but those whose own work it is, and who only acts in their place. */
export const notDoer = <C extends Case>(sentence: RefusalCode): ActorRule<C> => ({
  sentence,
  apartFromDoers: true,
  holds: (actor, { doers }) => actor.kind !== "user" || !doers.includes(actor.id),
});
