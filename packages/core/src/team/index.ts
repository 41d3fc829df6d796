export {
  createDelegation,
  createObjectDelegation,
  endDelegation,
  listDelegations,
} from "./delegations/index.ts";
export {
  type Acceptance,
  acceptOnRegistration,
  closeInvitationsOf,
  createInvitation,
  type InvitationCard,
  type InvitationOutcome,
  type JoinedOnApproval,
  joinByInvitation,
  joinOnApproval,
  listInvitations,
  lookUpInvitation,
  revokeInvitation,
  type WaitingUse,
  waitingUses,
} from "./invitations/index.ts";
