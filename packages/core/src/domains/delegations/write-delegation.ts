import type { DelegationState } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { rolesOn } from "@stsphera/rbac";
import { type Context, invalidField, type Outcome, personOf, type Tx } from "../../kernel/index.ts";
import { delegationPayload, ownRights } from "../rights/index.ts";
import { assertDeputy, assertNoCycle, assertNoOverlap, type Proposed } from "./delegation-guards.ts";

const { delegations } = schema;

export type DelegationRow = typeof delegations.$inferSelect;

/**
 * Validates and inserts a delegation; its days were checked before. The lock of rights serializes it, so that parallel
 * requests cannot together make a cycle or outlive a lost right.
 */
export async function writeDelegation(
  tx: Tx,
  ctx: Context,
  asked: Proposed,
): Promise<Outcome<DelegationState>> {
  await assertGiven(tx, ctx, asked);
  await assertDeputy(tx, asked);
  await assertNoOverlap(tx, asked);
  await assertNoCycle(tx, asked);
  const [row] = await tx
    .insert(delegations)
    .values({ ...asked, createdBy: personOf(ctx).id, createdAt: ctx.now })
    .returning();
  if (row === undefined) throw new Error("a delegation was not stored");
  const subject = { entityType: "delegation", entityId: row.id, objectId: row.objectId };
  return {
    result: presentDelegationState(row),
    changes: [{ ...subject, before: null, after: { ...asked } }],
    events: [{ ...subject, type: "delegation.created", payload: delegationPayload(row) }],
  };
}

/** Refuses to lend for a user who has no roles of their own to lend: on the object, or at all. */
async function assertGiven(tx: Tx, ctx: Context, { principalId, objectId }: Proposed): Promise<void> {
  const principal = await ownRights(tx, principalId);
  const lends = objectId === null || rolesOn(principal, objectId).length > 0;
  if (principal.status === "active" && lends) return;
  throw principalId === personOf(ctx).id
    ? invalidField("objectId", "delegation_own_roles_only")
    : invalidField("principalId", "not_in_team");
}

export const presentDelegationState = (row: DelegationRow): DelegationState => ({
  id: row.id,
  version: row.version,
  fromDay: row.fromDay,
  toDay: row.toDay,
  endedAt: row.endedAt?.toISOString() ?? null,
});
