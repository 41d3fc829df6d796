/** Vocabulary of accounts: codes used in the database, the API and buttons. No imports. */
export const USER_STATUSES = ["pending", "active", "deactivated", "rejected", "erased"] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** Names of the moves of an account. */
export const USER_MOVES = ["approve", "refuse", "deactivate", "reactivate", "erase"] as const;
export type UserMove = (typeof USER_MOVES)[number];

/** How an agreement was given; `unrecorded` before agreements were kept. */
export const CONSENT_WAYS = ["chat", "app", "unrecorded"] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** Stored state of a delegation: whether its days have begun or are over is derived. */
export const DELEGATION_STATUSES = ["active", "ended"] as const;
export type DelegationStatus = (typeof DELEGATION_STATUSES)[number];

/** Ended by the absent user, or recalled by the project manager of its object. */
export const DELEGATION_MOVES = ["end", "recall"] as const;
export type DelegationMove = (typeof DELEGATION_MOVES)[number];

/** Days on which nothing rings: those of the object's calendar, or Saturday and Sunday. */
export const DAYS_OFF = ["object", "weekend"] as const;
export type DaysOff = (typeof DAYS_OFF)[number];

/** What a user's recorded actions are filtered by. */
export const ACTIVITY_KINDS = ["facts", "tasks", "objects", "people"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const INVITATION_STATUSES = ["open", "used_up", "expired", "revoked"] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

export const INVITATION_MOVES = ["revoke"] as const;
export type InvitationMove = (typeof INVITATION_MOVES)[number];

export const PEOPLE_EVENTS = [
  "user.registered",
  "user.approved",
  "user.refused",
  "user.deactivated",
  "user.reactivated",
  "user.erased",
  "user.erasure_asked",
  "user.agreed_again",
  "user.role_changed",
  "user.unreachable",
  "user.joined",
  "department.head_changed",
  "delegation.created",
  "delegation.ended",
  "invitation.created",
  "invitation.revoked",
] as const;

/** Kinds of decisions on people. */
export const PEOPLE_DECISIONS = ["person", "erasure"] as const;
