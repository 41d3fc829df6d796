import { id, revokeInvitationInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, notFound } from "../../kernel/index.ts";
import { invitationLifecycle } from "./invitation-workflow.ts";

const { invitations } = schema;

/** Revokes a link. Users who came by it stay; users who wait for an admin keep waiting, but it leads them nowhere. */
export const revokeInvitation = command({
  name: "invitation.revoke",
  permissions: ["object.invite"],
  input: z.strictObject({ invitationId: id, ...revokeInvitationInput.shape }),
  load: async (tx, ctx, { invitationId }) => {
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId)).for("update");
    if (row === undefined || !sees(ctx.actor, row.objectId)) throw notFound();
    return { row, now: ctx.now };
  },
  authorize: (ctx, loaded, { version }) =>
    invitationLifecycle.judge(ctx, loaded, { move: "revoke" }, { version }),
  execute: async (tx, { ctx, input, target: loaded, verdict }) => {
    const step = { ctx, loaded, move: verdict.move, input, verdict };
    const { after, changes, events } = await invitationLifecycle.make(tx, step);
    const revokedAt = ctx.now.toISOString();
    return { result: { id: after.id, version: after.version, revokedAt }, changes, events };
  },
});
