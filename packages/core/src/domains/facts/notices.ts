import type { ReminderEvent } from "@stsphera/contracts/vocabulary";
import { type EventsOf, NOBODY, type Notice, type Notices } from "../../platform/notify/index.ts";
import { addDays } from "../../kernel/index.ts";
import { dayCardNotification, type ToldDay } from "./day-card-notification.ts";
import { returnedReminderNotification } from "./returned-reminder-notification.ts";
import { returnedNotice, returnUndoneNotice } from "./returned-notification.ts";

/** The card rings for the first entry of a day, later it is edited silently; an empty day makes no card. */
export const dayCardNotice: Notice<ToldDay, "managers" | "engineers", never> = {
  to: ["managers", "known"],
  card: dayCardNotification,
  alert: "first",
  onlyKnown: ({ entered, idle }) => entered === 0 && idle.length === 0,
  // Yesterday's figures are news in the morning; those of an older day wait until they are looked at.
  hushed: ({ date, today }) => date < addDays(today, -1),
  doerToo: true,
  deputies: true,
};

/**
 * A decision changes the card of the day where it is: who decides in a list needs no card besides the answer, and a colleague
 * who had none is told nothing.
 */
const decidedNotice: Notice<ToldDay, "managers" | "engineers", never> = {
  ...dayCardNotice,
  onlyKnown: () => true,
  doerToo: false,
};

/** What is taken back changes a card that is in the chat, and brings no card there. */
export const takenBackNotice: Notice<ToldDay, "managers" | "engineers", never> = {
  ...dayCardNotice,
  alert: "edit",
};

/** Who is notified of facts. */
export const factNotices = {
  "fact.entered": dayCardNotice,
  "fact.corrected": dayCardNotice,
  "fact.reversed": takenBackNotice,
  "fact.confirmed": decidedNotice,
  "fact.returned": [decidedNotice, returnedNotice],
  "fact.returned_reminder": {
    to: ["author"],
    card: returnedReminderNotification,
    alert: "always",
  },
  "fact.decision_undone": [takenBackNotice, returnUndoneNotice],
  "fact.photos_added": dayCardNotice,
  "fact.opening_entered": NOBODY,
  "journal.photos_added": dayCardNotice,
} as const satisfies Record<Exclude<EventsOf<"fact" | "journal">, ReminderEvent>, Notices>;
