import { APPROVAL_LIMIT } from "@stsphera/contracts";
import { compareDecimals } from "@stsphera/contracts/format";
import { type Actor, can, inOwnRight, limitOn } from "@stsphera/rbac";
import { type Context, forbidden, invalidField, personOf } from "../../kernel/index.ts";
import type { HeldRole } from "./team.ts";

/** True when the actor approves orders of any sum themselves, so that a limit does not bound them. */
function approvesAnySum(actor: Actor, target: { objectId?: number }): boolean {
  const own = inOwnRight(actor);
  return can(own, "supply.approve", target) && limitOn(own, "supply.approve", target) === null;
}

/** A project manager does not raise the limit that bounds their own approvals; lowering it is theirs. */
export function assertMayMoveLimit(
  actor: Actor,
  objectId: number,
  limit: { from: string; to: string },
): void {
  if (compareDecimals(limit.to, limit.from) <= 0 || approvesAnySum(actor, { objectId })) return;
  throw forbidden("object.edit", "limit_not_raised_by_oneself");
}

/**
 * Refuses a new object by which its creator would reach further than before: a limit above the usual one, or the rights
 * of a project manager for somebody of another role. Others may name them later.
 */
export function assertOwnReach(ctx: Context, limit: string, team: readonly HeldRole[]): void {
  if (compareDecimals(limit, APPROVAL_LIMIT) > 0 && !approvesAnySum(ctx.actor, {}))
    throw invalidField("approvalLimit", "limit_not_raised_by_oneself");
  const creator = personOf(ctx);
  if (creator.role === "project_manager" || creator.role === "admin") return;
  if (team.some(({ userId, role }) => userId === creator.id && role === "project_manager"))
    throw invalidField("projectManagerId", "manager_not_oneself");
}
