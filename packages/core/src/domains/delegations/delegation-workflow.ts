import type { DelegationMove, DelegationStatus } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { type ActorRule, type Case, type Day, defineWorkflow, mayMakeMove } from "../../kernel/index.ts";

export type JudgedDelegation = { principalId: number; objectId: number | null };
type DelegationCase = Case<DelegationStatus> & { readonly principalId: number };
type Standing = { endedAt: Date | null; toDay: Day };

/** A delegation as its moves are judged; it expires after its last day in the absent user's time zone. */
export const delegationCase = (row: JudgedDelegation & Standing, today: Day): DelegationCase => ({
  objectId: row.objectId,
  state: row.endedAt !== null || row.toDay < today ? "ended" : "active",
  ties: {},
  doers: [],
  principalId: row.principalId,
});

const principalHimself: ActorRule<DelegationCase> = {
  sentence: "delegation_own_roles_only",
  apartFromDoers: false,
  overridable: false,
  holds: (actor, { principalId }) => actor.kind === "user" && actor.id === principalId,
};

const over = {
  from: ["active"],
  to: "ended",
  event: "delegation.ended",
  otherwise: "delegation_over",
} as const;

/** Ending a delegation: by the absent user, by the current project manager of its object, or by an admin. */
export const delegationWorkflow = defineWorkflow<DelegationCase, DelegationStatus>()<DelegationMove>({
  end: { ...over, permission: "delegation.own", actorRule: principalHimself },
  recall: { ...over, permission: "delegation.object" },
});

/** The move by which this actor ends a delegation. */
export const endingMove = (actor: Actor, { principalId }: JudgedDelegation): DelegationMove =>
  actor.kind === "user" && actor.id === principalId ? "end" : "recall";

/** Whether the actor may end the delegation while it lasts. */
export function mayEndDelegation(actor: Actor, row: JudgedDelegation): boolean {
  const c = delegationCase({ ...row, endedAt: null, toDay: "9999-12-31" }, "0001-01-01");
  return mayMakeMove(actor, delegationWorkflow.moves[endingMove(actor, row)], c);
}
