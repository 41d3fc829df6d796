import { type EventsOf, NOBODY, type Notices } from "../../platform/notify/index.ts";
import { zoneLeftNotification } from "./zone-left-notification.ts";

/** Who is notified of zones: the project managers, of a zone that has lost its foreman. */
export const zoneNotices = {
  "zone.created": NOBODY,
  "zone.changed": NOBODY,
  "zone.removed": NOBODY,
  "zone.foreman_left": { to: ["managers"], card: zoneLeftNotification, alert: "always", priority: "high" },
} as const satisfies Record<EventsOf<"zone">, Notices>;
