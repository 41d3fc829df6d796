import { schema } from "@stsphera/db";
import { can, type UserActor } from "@stsphera/rbac";
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST, type Ended } from "./ended.ts";

const { invitations } = schema;

/** Revokes a user's open invitations to objects where they may no longer invite: a link gives access. */
export async function closeLinks(
  tx: Tx,
  { now }: Context,
  person: UserActor,
  objectId: number | null,
): Promise<Ended> {
  const open = await tx
    .select({ id: invitations.id, objectId: invitations.objectId, role: invitations.role })
    .from(invitations)
    .where(
      and(
        eq(invitations.createdBy, person.id),
        ...(objectId === null ? [] : [eq(invitations.objectId, objectId)]),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        gt(invitations.maxUses, invitations.uses),
      ),
    )
    .orderBy(asc(invitations.id))
    .for("update");
  const groundless = open.filter((link) => !can(person, "object.invite", { objectId: link.objectId }));
  if (groundless.length === 0) return { changes: [], events: [] };
  const ids = groundless.map(({ id }) => id);
  await tx
    .update(invitations)
    .set({ revokedAt: now, version: sql`${invitations.version} + 1` })
    .where(inArray(invitations.id, ids));
  const subjects = groundless.map(({ id, role, ...of }) => ({
    role,
    subject: { ...of, entityType: "invitation", entityId: id },
  }));
  return {
    changes: subjects.map(({ subject }) => ({
      ...subject,
      before: { revokedAt: null },
      after: { revokedAt: now.toISOString() },
      ...BY_RIGHTS_LOST,
    })),
    events: subjects.map(({ subject, role }) => ({
      ...subject,
      type: "invitation.revoked",
      payload: { role },
    })),
  };
}
