/** Vocabulary of zones. No imports. */
export const ZONE_EVENTS = ["zone.created", "zone.changed", "zone.removed", "zone.foreman_left"] as const;
