import { addDays, type Day, localTime } from "../../kernel/index.ts";
import { instantOf, type QuietHours, quietUntil } from "./quiet-hours.ts";

/** When messages that ring may reach a user. */
export type RingWishes = QuietHours & {
  /** First working day of the object's or the office's calendar, today or later; null where Saturday and Sunday are off. */
  workday: Day | null;
};

/** Until when a message that would ring now has to wait: for a working day, the end of quiet hours. */
export function heldUntil(now: Date, wishes: RingWishes): Date | null {
  return dayOffHolds(now, wishes) ?? quietUntil(now, wishes);
}

function dayOffHolds(now: Date, { workday, timeZone, from, to }: RingWishes): Date | null {
  const { day } = localTime(now, timeZone);
  const opens = workday ?? afterWeekend(day);
  if (opens <= day) return null;
  return instantOf(opens, from > to ? to : "00:00", timeZone);
}

function afterWeekend(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
