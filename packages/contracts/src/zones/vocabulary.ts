/** Vocabulary of zones. No imports. */
export const ZONE_EVENTS = [
  "zone.created",
  "zone.changed",
  "zone.removed",
  "zone.foreman_named",
  "zone.foreman_left",
] as const;

/** A zone without a foreman waits for one. */
export const ZONE_DECISIONS = ["zone_to_lead"] as const;
