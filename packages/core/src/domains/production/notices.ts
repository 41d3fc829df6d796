import { type EventsOf, NOBODY, type Notices } from "../../platform/notify/index.ts";

/** Who is notified of plans. */
export const productionNotices = {
  "volume.plan_changed": NOBODY,
} as const satisfies Record<EventsOf<"volume">, Notices>;
