import { type EventsOf, NOBODY, type Notices } from "../../platform/notify/index.ts";
import { zoneForemanNotification } from "./zone-foreman-notification.ts";
import { zoneLeftNotification } from "./zone-left-notification.ts";

/** Who is notified of zones: a foreman of the zone they were given, the project managers of one that lost its foreman. */
export const zoneNotices = {
  "zone.created": NOBODY,
  "zone.changed": NOBODY,
  "zone.removed": NOBODY,
  "zone.foreman_named": {
    to: ["foreman", "known"],
    card: zoneForemanNotification,
    alert: "always",
    priority: "normal",
  },
  "zone.foreman_left": { to: ["managers"], card: zoneLeftNotification, alert: "always", priority: "high" },
} as const satisfies Record<EventsOf<"zone">, Notices>;
