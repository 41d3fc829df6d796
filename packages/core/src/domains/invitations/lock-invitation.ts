import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import type { ObjectRow } from "../objects/index.ts";
import type { InvitationRow } from "./invitation-rules.ts";

const { invitations, invitationUses, objects, teamRemovals } = schema;

export type LockedInvitation = { row: InvitationRow; object: ObjectRow };

/**
 * Locks the object and then the invitation of a code, so that parallel users of its last place are serialized. Null
 * for an unknown code.
 */
export async function lockInvitation(tx: Tx, code: string): Promise<LockedInvitation | null> {
  const [found] = await tx
    .select({ objectId: invitations.objectId })
    .from(invitations)
    .where(eq(invitations.code, code));
  if (found === undefined) return null;
  const [object] = await tx.select().from(objects).where(eq(objects.id, found.objectId)).for("update");
  const [row] = await tx.select().from(invitations).where(eq(invitations.code, code)).for("update");
  return row === undefined || object === undefined ? null : { row, object };
}

/** Whether the user has already used the invitation. */
export async function hasUsed(tx: Tx, invitationId: number, userId: number): Promise<boolean> {
  const [use] = await tx
    .select({ usedAt: invitationUses.usedAt })
    .from(invitationUses)
    .where(and(eq(invitationUses.invitationId, invitationId), eq(invitationUses.userId, userId)));
  return use !== undefined;
}

/** When the user was last taken off the object's team; null if never. */
export async function removedFrom(tx: Tx, objectId: number, userId: number): Promise<Date | null> {
  const [row] = await tx
    .select({ removedAt: teamRemovals.removedAt })
    .from(teamRemovals)
    .where(and(eq(teamRemovals.objectId, objectId), eq(teamRemovals.userId, userId)));
  return row?.removedAt ?? null;
}
