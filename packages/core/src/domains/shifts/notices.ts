import type { EventsOf, Notice, Notices } from "../../platform/notify/index.ts";
import { dayCardNotice, deviationNotice, takenBackNotice } from "../facts/index.ts";

/** The card rings for a shift that somebody closed; one that closed itself changes it silently. */
const closed: Notice<Parameters<NonNullable<typeof dayCardNotice.onlyKnown>>[0], "managers", never> = {
  ...dayCardNotice,
  alert: "always",
  onlyKnown: () => false,
  stale: (_day, { payload }) => payload["byItself"] === true,
};

/** Shifts are told by the living card of the day. */
export const shiftNotices = {
  "shift.recorded": dayCardNotice,
  "shift.record_withdrawn": takenBackNotice,
  "shift.closed": [closed, dayCardNotice, deviationNotice],
  "shift.reopened": takenBackNotice,
} as const satisfies Record<EventsOf<"shift">, Notices>;
