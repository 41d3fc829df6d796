export { type InvitationOutcome } from "./accept-on-registration.ts";
export { createInvitation } from "./create-invitation.ts";
export { joinByInvitation } from "./join-by-invitation.ts";
export { listInvitations } from "./list-invitations.ts";
export { type InvitationCard, lookUpInvitation } from "./look-up-invitation.ts";
export { revokeInvitation } from "./revoke-invitation.ts";
