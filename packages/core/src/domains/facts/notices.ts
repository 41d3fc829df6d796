import { type EventsOf, NOBODY, type Notice, type Notices } from "../../platform/notify/index.ts";
import { addDays } from "../../kernel/index.ts";
import { dayCardNotification } from "./day-card-notification.ts";
import type { DayCard } from "./read-day-card.ts";
import { returnedReminderNotification } from "./returned-reminder-notification.ts";
import { returnedNotice, returnUndoneNotice } from "./returned-notification.ts";

/** The card rings for the first entry of a day, later it is edited silently; an empty day makes no card. */
const dayCard: Notice<DayCard, "managers", never> = {
  to: ["managers"],
  card: dayCardNotification,
  alert: "first",
  onlyKnown: ({ entered }) => entered === 0,
  // Yesterday's figures are news in the morning; those of an older day wait until they are looked at.
  hushed: ({ date, today }) => date < addDays(today, -1),
  doerToo: true,
};

/** What is taken back changes a card that is in the chat, and brings no card there. */
const takenBack: Notice<DayCard, "managers", never> = { ...dayCard, alert: "edit" };

/** Who is notified of facts. */
export const factNotices = {
  "fact.entered": dayCard,
  "fact.corrected": dayCard,
  "fact.reversed": takenBack,
  "fact.confirmed": dayCard,
  "fact.returned": [dayCard, returnedNotice],
  "fact.returned_reminder": {
    to: ["author"],
    card: returnedReminderNotification,
    alert: "always",
  },
  "fact.decision_undone": [takenBack, returnUndoneNotice],
  "fact.photos_added": dayCard,
  "fact.opening_entered": NOBODY,
  "journal.photos_added": dayCard,
} as const satisfies Record<EventsOf<"fact" | "journal">, Notices>;
