import { MEMBER_ROLES } from "@stsphera/rbac";
import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { id, instant, version } from "../shared/scalars.ts";

export const invitedRole = z.enum(MEMBER_ROLES);
/** The code in the link: 16 random bytes. */
export const invitationCode = z.string().regex(/^[\w-]{22}$/, { error: "invitation_code" });

export const createInvitationInput = z
  .strictObject({
    role: invitedRole,
    crewId: id.optional().meta({ description: "A crew of the object, shown to the user of the link" }),
    days: z.int().min(1).max(90).default(7).meta({ description: "How many days the link is valid" }),
    maxUses: z.int().min(1).max(100).default(1),
  })
  .meta({ id: "CreateInvitation" });
export const revokeInvitationInput = z.strictObject({ version });
export const joinInput = z.strictObject({ code: invitationCode }).meta({ id: "Join" });

export const INVITATION_STATES = ["open", "used_up", "expired", "revoked"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export const invitation = z
  .object({
    id,
    code: z.string(),
    link: z.string().optional().meta({ description: "URL that opens the bot with the code" }),
    objectId: id,
    role: invitedRole,
    crew: z.object({ id, name: z.string() }).nullable(),
    immediate: z.boolean().meta({ description: "Whether users join at once, or wait for an admin" }),
    maxUses: z.int(),
    uses: z.int(),
    waiting: z.int().meta({ description: "Users of the link who wait for an admin" }),
    state: z.enum(INVITATION_STATES),
    expiresAt: instant,
    createdBy: person,
    createdAt: instant,
    revokedAt: instant.nullable(),
    version,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof invitation>;

/** An invitation as it is passed on. */
export const invitationLink = invitation
  .extend({
    link: z.string().meta({ description: "Opens the bot with the invitation code" }),
    qr: z.string().meta({ description: "QR code of the link as SVG" }),
  })
  .meta({ id: "InvitationLink" });
export type InvitationLink = z.infer<typeof invitationLink>;
export const invitationLinkPage = pageOf(invitationLink).meta({ id: "InvitationLinkPage" });
export type InvitationLinkPage = z.infer<typeof invitationLinkPage>;

export const listInvitationsQuery = z.strictObject({ ...pageQuery });
export const invitationPage = pageOf(invitation).meta({ id: "InvitationPage" });
export type InvitationPage = z.infer<typeof invitationPage>;

export const joined = z
  .object({ objectId: id, objectName: z.string(), role: invitedRole })
  .meta({ id: "Joined" });
export type Joined = z.infer<typeof joined>;
