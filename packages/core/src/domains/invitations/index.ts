export * from "./verbs.ts";
export { invitationNotices } from "./notices.ts";
export { readUsedInvitation, type UsedInvitation } from "./read-used-invitation.ts";
export { type Acceptance, acceptOnRegistration } from "./accept-on-registration.ts";
export { type JoinedOnApproval, joinOnApproval } from "./join-on-approval.ts";
export { type WaitingUse, waitingUses } from "./waiting-uses.ts";
