import { id, revokeInvitationInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden, notFound } from "../../kernel/index.ts";

const { invitations } = schema;

/** Closes a link. Whoever came by it stays, and whoever waits for an admin goes on waiting. */
export const revokeInvitation = command({
  name: "invitation.revoke",
  permissions: ["object.invite"],
  input: z.strictObject({ invitationId: id, ...revokeInvitationInput.shape }),
  load: async (tx, ctx, { invitationId }) => {
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId)).for("update");
    if (row === undefined || !sees(ctx.actor, row.objectId)) throw notFound();
    return row;
  },
  authorize: (ctx, row, { version }) => {
    if (!can(ctx.actor, "object.invite", { objectId: row.objectId })) throw forbidden("object.invite");
    assertVersion(row, version, { id: row.id, version: row.version });
    if (row.revokedAt !== null) throw new DomainError("conflict", { sentence: "invitation_revoked" });
  },
  execute: async (tx, { ctx, target: row }) => {
    const version = row.version + 1;
    await tx.update(invitations).set({ revokedAt: ctx.now, version }).where(eq(invitations.id, row.id));
    const subject = { entityType: "invitation", entityId: row.id, objectId: row.objectId };
    const revokedAt = ctx.now.toISOString();
    return {
      result: { id: row.id, version, revokedAt },
      changes: [{ ...subject, before: { revokedAt: null }, after: { revokedAt } }],
      events: [{ ...subject, type: "invitation.revoked", payload: { role: row.role } }],
    };
  },
});
