import { addDays } from "../../kernel/index.ts";
import type { EventsOf, Notice, Notices, OutboxEvent } from "../../platform/notify/index.ts";
import {
  dayCardNotice,
  deviationNotice,
  factNotices,
  groupShift,
  takenBackNotice,
  type ToldDay,
} from "../facts/index.ts";
import { closedForNotices } from "./closed-for-notification.ts";
import { closedShiftNotice } from "./closed-shift-notification.ts";
import { reopenedNotice } from "./reopened-notification.ts";

/** The first closing of a shift, and the one that closes its last part; a part that was opened again rings no more. */
function rings({ closings, closed }: ToldDay, closingId: unknown): boolean {
  const closing = closings.find(({ id }) => id === closingId);
  if (closing === undefined || closing.reopened) return false;
  const before = closings.filter(({ id, shift }) => shift === closing.shift && id < closing.id);
  if (before.some(({ foremanId }) => foremanId === closing.foremanId)) return false;
  return before.length === 0 || (closing.shift === "day" && closed);
}

/** The card rings for a shift that somebody closed; one that closed itself changes it silently. */
const closed: Notice<ToldDay, "managers" | "engineers", never> = {
  ...dayCardNotice,
  to: ["managers", "engineers"],
  alert: "always",
  group: groupShift,
  onlyKnown: () => false,
  stale: (day, { payload }) => payload["byItself"] === true || !rings(day, payload["closingId"]),
};

/** Days after a shift in which it closes itself, a weekend included; one that closes later is news of long ago. */
const FRESH_DAYS = 4;
const isOld = ({ date, today }: ToldDay): boolean => date < addDays(today, -FRESH_DAYS);

/** A closing of a day of which nobody said anything. */
const isEmpty = ({ entered, idle, closings }: ToldDay, { payload }: OutboxEvent): boolean =>
  payload["byItself"] === true &&
  entered === 0 &&
  idle.length === 0 &&
  closings.find(({ id }) => id === payload["closingId"])?.reopened === false;

/**
 * A day of which nobody said anything has no card that would change: when its shift closes itself, those who confirm it
 * find it, without a sound, since the reminder of the missing fact rang two hours after the shift began.
 */
const closedEmpty: Notice<ToldDay, "managers" | "engineers", never> = {
  ...dayCardNotice,
  to: ["managers", "engineers"],
  alert: "never",
  onlyKnown: () => false,
  stale: (day, event) => isOld(day) || !isEmpty(day, event),
};

/** What closed itself days late, since nothing ran the clock, is found in the centre, without a message. */
const closedEmptyLate: Notice<ToldDay, "managers" | "engineers", never> = {
  ...closedEmpty,
  alert: "edit",
  stale: (day, event) => !isOld(day) || !isEmpty(day, event),
};

/** Shifts are told by the living card of the day. */
export const shiftNotices = {
  "shift.recorded": dayCardNotice,
  "shift.record_withdrawn": takenBackNotice,
  "shift.closed": [closed, closedEmpty, closedEmptyLate, dayCardNotice, deviationNotice, ...closedForNotices],
  "shift.reopened": [takenBackNotice, reopenedNotice],
} as const satisfies Record<EventsOf<"shift">, Notices>;

/** What is entered, corrected or taken back after a shift was closed also changes the card of who closed it. */
export const laterFactNotices = {
  "fact.entered": [factNotices["fact.entered"], closedShiftNotice],
  "fact.corrected": [factNotices["fact.corrected"], closedShiftNotice],
  "fact.reversed": [factNotices["fact.reversed"], closedShiftNotice],
} as const satisfies Partial<Record<EventsOf<"fact">, Notices>>;
