import { schema } from "@stsphera/db";
import { can, type Role } from "@stsphera/rbac";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Context, loadActor, readerIn, type Tx } from "../../kernel/index.ts";
import { removedFrom } from "./lock-invitation.ts";

const { invitations, invitationUses } = schema;

/** A link used by a user who waits for an admin's decision. */
export type WaitingUse = { invitationId: number; objectId: number; role: Role; crewId: number | null };

/**
 * Links used by the user without having joined yet, in order of use, as far as they may still lead in: not those that
 * were revoked since, that are older than the user's removal from the team, or whose maker may invite there no longer.
 */
export async function waitingUses(tx: Tx, { now }: Context, userId: number): Promise<WaitingUse[]> {
  const used = await tx
    .select({
      invitationId: invitations.id,
      objectId: invitations.objectId,
      role: invitations.role,
      crewId: invitations.crewId,
      createdBy: invitations.createdBy,
      createdAt: invitations.createdAt,
    })
    .from(invitationUses)
    .innerJoin(invitations, eq(invitations.id, invitationUses.invitationId))
    .where(
      and(eq(invitationUses.userId, userId), isNull(invitationUses.joinedAt), isNull(invitations.revokedAt)),
    )
    .orderBy(asc(invitationUses.usedAt), asc(invitations.id))
    .for("share", { of: invitations });
  const leading: WaitingUse[] = [];
  for (const { createdBy, createdAt, ...use } of used) {
    const removedAt = await removedFrom(tx, use.objectId, userId);
    if (removedAt !== null && createdAt <= removedAt) continue;
    const maker = await loadActor({ read: readerIn(tx) }, { userId: createdBy }, now);
    if (maker !== null && can(maker, "object.invite", { objectId: use.objectId })) leading.push(use);
  }
  return leading;
}
