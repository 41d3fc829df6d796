import { type EventsOf, NOBODY, type Notices } from "../../platform/notify/index.ts";

/** Who is notified of objects: so far nobody, events are only recorded. */
export const objectNotices = {
  "object.created": NOBODY,
  "object.team_changed": NOBODY,
  "object.structure_changed": NOBODY,
  "object.status_changed": NOBODY,
  "object.move_undone": NOBODY,
  "object.changed": NOBODY,
  "object.settings_changed": NOBODY,
  "object.calendar_changed": NOBODY,
} as const satisfies Record<EventsOf<"object">, Notices>;
