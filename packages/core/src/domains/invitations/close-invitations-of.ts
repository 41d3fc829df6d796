import { schema } from "@stsphera/db";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Change, Tx } from "../../kernel/index.ts";

const { invitations } = schema;

/** Closes the links of a person who loses his access: a link is as good as a key, and it was his right to give it. */
export async function closeInvitationsOf(tx: Tx, userId: number, now: Date): Promise<Change[]> {
  const closed = await tx
    .update(invitations)
    .set({ revokedAt: now, version: sql`${invitations.version} + 1` })
    .where(
      and(
        eq(invitations.createdBy, userId),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        gt(invitations.maxUses, invitations.uses),
      ),
    )
    .returning({ id: invitations.id, objectId: invitations.objectId });
  return closed.map(({ id, objectId }) => ({
    entityType: "invitation",
    entityId: id,
    objectId,
    before: { revokedAt: null },
    after: { revokedAt: now.toISOString() },
    by: "system:person_deactivated",
  }));
}
