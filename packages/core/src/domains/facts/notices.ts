import { type EventsOf, NOBODY, type Notice, type Notices } from "../../platform/notify/index.ts";
import { dayCardNotification } from "./day-card-notification.ts";
import type { DayCard } from "./read-day-card.ts";
import { returnedReminderNotification } from "./returned-reminder-notification.ts";
import { returnedNotice, returnUndoneNotice } from "./returned-notification.ts";

/** The card rings for the first entry of a day, later it is edited silently; an empty day makes no card. */
export const dayCardNotice: Notice<DayCard, "managers", never> = {
  to: ["managers"],
  card: dayCardNotification,
  alert: "first",
  onlyKnown: ({ entered, idle }) => entered === 0 && idle.length === 0,
  doerToo: true,
};

/** Who is notified of facts. */
export const factNotices = {
  "fact.entered": dayCardNotice,
  "fact.corrected": dayCardNotice,
  "fact.reversed": dayCardNotice,
  "fact.confirmed": dayCardNotice,
  "fact.returned": [dayCardNotice, returnedNotice],
  "fact.returned_reminder": {
    to: ["author"],
    card: returnedReminderNotification,
    alert: "always",
  },
  "fact.decision_undone": [dayCardNotice, returnUndoneNotice],
  "fact.photos_added": dayCardNotice,
  "fact.opening_entered": NOBODY,
  "journal.photos_added": dayCardNotice,
} as const satisfies Record<EventsOf<"fact" | "journal">, Notices>;
