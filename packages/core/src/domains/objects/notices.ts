import { type EventsOf, NOBODY, type Notices, type OutboxEvent } from "../../platform/notify/index.ts";
import { memberClosedNotification } from "./member-closed-notification.ts";
import { leftNotification, memberNotification } from "./membership-notification.ts";

const member = { to: ["person"], card: memberNotification, alert: "first" } as const;

/** An approval tells the person of their objects itself. */
const onApproval = (_places: unknown, { payload }: OutboxEvent): boolean => payload["onApproval"] === true;

/** Who is notified of objects: people whose own place in a team changes, managers of a lost member. */
export const objectNotices = {
  "object.created": member,
  "object.team_changed": [
    { ...member, stale: onApproval },
    { to: ["person"], card: leftNotification, alert: "first" },
  ],
  "object.structure_changed": NOBODY,
  "object.status_changed": NOBODY,
  "object.member_closed": { to: ["managers"], card: memberClosedNotification, alert: "always" },
  "object.move_undone": NOBODY,
  "object.changed": NOBODY,
  "object.settings_changed": NOBODY,
  "object.calendar_changed": NOBODY,
} as const satisfies Record<EventsOf<"object">, Notices>;
