import { schema } from "@stsphera/db";
import { mayHold, type Role } from "@stsphera/rbac";
import { and, eq } from "drizzle-orm";
import type { Change, DomainEvent, Tx } from "../../kernel/index.ts";
import { bumpObject, type ObjectRow } from "../objects/index.ts";
import { joinCrew } from "../production/index.ts";
import type { InvitationRow } from "./invitation-rules.ts";

const { invitations, invitationUses, objectRoles } = schema;

export type Joining = {
  invitationId: number;
  object: ObjectRow;
  userId: number;
  role: Role;
  crewId: number | null;
  now: Date;
};

/** Uses one place of the invitation for the user, who joins now or when an admin approves. */
export async function spendInvitation(
  tx: Tx,
  row: InvitationRow,
  userId: number,
  at: { now: Date; joins: boolean },
): Promise<Change> {
  const uses = row.uses + 1;
  await tx.update(invitations).set({ uses }).where(eq(invitations.id, row.id));
  const joinedAt = at.joins ? at.now : null;
  await tx.insert(invitationUses).values({ invitationId: row.id, userId, usedAt: at.now, joinedAt });
  return {
    entityType: "invitation",
    entityId: row.id,
    objectId: row.objectId,
    before: { uses: row.uses },
    after: { uses, userId },
  };
}

/**
 * Adds the user as a member with the role, and to the crew of the link. The object's version is incremented, so that a team saved from the old one
 * is stale.
 */
export async function joinObject(tx: Tx, joining: Joining): Promise<Change[]> {
  const { invitationId, object, userId, role, crewId, now } = joining;
  await tx
    .insert(objectRoles)
    .values({ objectId: object.id, userId, role, since: now })
    .onConflictDoNothing();
  await bumpObject(tx, object);
  const worksIn =
    crewId !== null && mayHold(role, "fact.enter")
      ? await joinCrew(tx, { objectId: object.id, crewId, userId, now })
      : [];
  return [
    {
      entityType: "object",
      entityId: object.id,
      objectId: object.id,
      before: null,
      after: { userId, role, invitationId },
    },
    ...worksIn,
  ];
}

/** Records that a waiting user has joined. */
export async function markJoined(tx: Tx, { invitationId, userId, now }: Joining): Promise<void> {
  await tx
    .update(invitationUses)
    .set({ joinedAt: now })
    .where(and(eq(invitationUses.invitationId, invitationId), eq(invitationUses.userId, userId)));
}

export const joinedEvent = ({ invitationId, object, userId, role }: Joining): DomainEvent => ({
  type: "user.joined",
  objectId: object.id,
  entityType: "user",
  entityId: userId,
  payload: { invitationId, role, objectId: object.id },
});
