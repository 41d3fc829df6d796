import { type EventsOf, NOBODY, type Notices } from "../../platform/notify/index.ts";

/** Who is notified of the production calendar. */
export const calendarNotices = {
  "calendar.changed": NOBODY,
} as const satisfies Record<EventsOf<"calendar">, Notices>;
