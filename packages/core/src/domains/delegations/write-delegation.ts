import type { DelegationState } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { type Context, type Outcome, personOf, type Tx } from "../../kernel/index.ts";
import {
  assertDeputy,
  assertNoCycle,
  assertNoOverlap,
  lockDelegations,
  type Proposed,
} from "./delegation-guards.ts";

const { delegations } = schema;

export type DelegationRow = typeof delegations.$inferSelect;

/** Checks a proposal against what stands and writes it; the days are judged before. */
export async function writeDelegation(
  tx: Tx,
  ctx: Context,
  asked: Proposed,
): Promise<Outcome<DelegationState>> {
  await lockDelegations(tx);
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

export const delegationPayload = ({ principalId, deputyId, fromDay, toDay }: DelegationRow) => ({
  principalId,
  deputyId,
  fromDay,
  toDay,
});

export const presentDelegationState = (row: DelegationRow): DelegationState => ({
  id: row.id,
  version: row.version,
  fromDay: row.fromDay,
  toDay: row.toDay,
  endedAt: row.endedAt?.toISOString() ?? null,
});
