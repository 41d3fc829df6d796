import type { InvitationMove, InvitationStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { type Case, defineLifecycle, defineWorkflow } from "../../kernel/index.ts";

export type InvitationRow = typeof schema.invitations.$inferSelect;
/** A link with the current instant: it expires by itself. */
export type LoadedInvitation = { row: InvitationRow; now: Date };
type InvitationCase = Case<InvitationStatus>;

function stateOf({ revokedAt, expiresAt, uses, maxUses }: InvitationRow, now: Date): InvitationStatus {
  if (revokedAt !== null) return "revoked";
  if (expiresAt <= now) return "expired";
  return uses >= maxUses ? "used_up" : "open";
}

/** Every move of an invitation link. */
export const invitationWorkflow = defineWorkflow<InvitationCase, InvitationStatus>()<InvitationMove>({
  revoke: {
    from: ["open", "used_up", "expired"],
    to: "revoked",
    permission: "object.invite",
    otherwise: "invitation_revoked",
    event: "invitation.revoked",
  },
});

export const invitationLifecycle = defineLifecycle({
  entity: "invitation",
  workflow: invitationWorkflow,
  input: null,
  table: schema.invitations,
  rowOf: ({ row }: LoadedInvitation) => row,
  caseOf: (row: InvitationRow, { now }): InvitationCase => ({
    objectId: row.objectId,
    state: stateOf(row, now),
    ties: {},
    doers: [],
  }),
  tracked: ["revokedAt"],
  columns: ({ ctx }) => ({ revokedAt: ctx.now }),
  payload: ({ after }) => ({ role: after.role }),
  // The code gives access, so a conflict must not show it.
  current: ({ id, version }) => ({ id, version }),
});
