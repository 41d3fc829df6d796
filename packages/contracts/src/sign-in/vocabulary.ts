/** Vocabulary of sessions: codes used in the database, the API and texts. No imports. */

/** How a session began: in Telegram, by a passkey, by a link of the user, by a link of an admin. */
export const SESSION_KINDS = ["telegram", "passkey", "link", "given"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SIGN_IN_EVENTS = [
  "sign_in_link.given",
  "sign_in_link.used",
  "passkey.added",
  "passkey.removed",
] as const;

/** Why a browser rings: Telegram did not take the message in time, refused it, or the user tries it out. */
export const PUSH_REASONS = ["late", "refused", "trial"] as const;
export type PushReason = (typeof PUSH_REASONS)[number];
