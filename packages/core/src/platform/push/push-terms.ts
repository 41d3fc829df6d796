import type { Priority } from "@stsphera/contracts/vocabulary";

/** What a message is worth: that of what it tells, or a digest. */
export const PUSH_KINDS = ["critical", "high", "normal", "digest"] as const satisfies readonly (
  | Priority
  | "digest"
)[];
export type PushKind = (typeof PUSH_KINDS)[number];

export type PushTerms = {
  /** Seconds within which Telegram must have taken a message; after them it rings in a browser. */
  after: number;
  /** Seconds for which a push service keeps it for a browser that is away. */
  keep: number;
  urgency: "low" | "normal" | "high";
};

const MINUTE = 60;
const HOUR = 3_600;

/** The one place for the terms of ringing in a browser. */
export const PUSH_TERMS: Readonly<Record<PushKind, PushTerms>> = {
  critical: { after: MINUTE, keep: 24 * HOUR, urgency: "high" },
  high: { after: 5 * MINUTE, keep: 12 * HOUR, urgency: "high" },
  normal: { after: 15 * MINUTE, keep: 4 * HOUR, urgency: "normal" },
  digest: { after: 30 * MINUTE, keep: HOUR, urgency: "low" },
};

/** With the pauses between them, attempts go on for about an hour. */
export const MAX_PUSH_ATTEMPTS = 16;
