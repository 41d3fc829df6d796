import { addDays, type Day, localTime } from "../../kernel/index.ts";
import { instantOf, type QuietHours, quietUntil } from "./quiet-hours.ts";

/** When messages that ring may reach a user. */
export type RingWishes = QuietHours & {
  /** Of a message that waits for the morning digest: its time, and since when the message waits. */
  digest: { at: string; since: string } | null;
  /** First working day of the object's calendar, today or later; null where Saturday and Sunday are off. */
  workday: Day | null;
};

/** Until when a message that would ring now has to wait: for the digest, a working day, the end of quiet hours. */
export function heldUntil(now: Date, wishes: RingWishes): Date | null {
  return digestHolds(now, wishes) ?? dayOffHolds(now, wishes) ?? quietUntil(now, wishes);
}

function digestHolds(now: Date, { digest, timeZone }: RingWishes): Date | null {
  if (digest === null) return null;
  const since = localTime(new Date(digest.since), timeZone);
  const day = since.time.slice(0, 5) < digest.at ? since.day : addDays(since.day, 1);
  const at = instantOf(day, digest.at, timeZone);
  return now < at ? at : null;
}

function dayOffHolds(now: Date, { workday, timeZone, from, to, digest }: RingWishes): Date | null {
  const { day } = localTime(now, timeZone);
  const opens = workday ?? afterWeekend(day);
  if (opens <= day) return null;
  return instantOf(opens, digest?.at ?? (from > to ? to : "00:00"), timeZone);
}

function afterWeekend(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
