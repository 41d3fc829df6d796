import type { UserMove, UserStatus } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { type ActorRule, allowedMoves, type Case, defineWorkflow } from "../../kernel/index.ts";

type Judged = { id: number; status: UserStatus };
type UserCase = Case<UserStatus> & { readonly userId: number };

/** An account as its moves are judged: a thing of the company. */
export const userCase = ({ id, status }: Judged): UserCase => ({
  objectId: null,
  state: status,
  ties: {},
  doers: [],
  userId: id,
});

const notOneself: ActorRule<UserCase> = {
  sentence: "own_account",
  apartFromDoers: false,
  overridable: false,
  holds: (actor, { userId }) => actor.kind !== "user" || actor.id !== userId,
};
const byAdmin = { permission: "users.manage", actorRule: notOneself } as const;

/** Every move of an account; nothing else compares its status. A rejection can be revised, an erasure cannot. */
export const userWorkflow = defineWorkflow<UserCase, UserStatus>()<UserMove>({
  approve: { from: ["pending", "rejected"], to: "active", ...byAdmin, event: "user.approved" },
  refuse: { from: ["pending"], to: "rejected", ...byAdmin, event: "user.refused" },
  deactivate: { from: ["active"], to: "deactivated", ...byAdmin, event: "user.deactivated" },
  reactivate: { from: ["deactivated"], to: "active", ...byAdmin, event: "user.reactivated" },
  erase: {
    from: ["pending", "rejected", "active", "deactivated"],
    to: "erased",
    ...byAdmin,
    event: "user.erased",
  },
});

/** Names of the moves the actor may make on an account; none on their own. */
export const userActions = (actor: Actor, user: Judged, now: Date): UserMove[] =>
  allowedMoves(userWorkflow, actor, userCase(user), now);
