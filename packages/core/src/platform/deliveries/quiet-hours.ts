import { isBetween } from "@stsphera/contracts";
import { addDays, type Day, localTime } from "../../kernel/index.ts";

/**
 * Local times (`HH:MM`) in the user's time zone between which messages make no sound; the end may be on the next day.
 */
export type QuietHours = { timeZone: string; from: string; to: string };

/** End of the current quiet hours; null outside of them. */
export function quietUntil(now: Date, { timeZone, from, to }: QuietHours): Date | null {
  const { day, time } = localTime(now, timeZone);
  const clock = time.slice(0, 5);
  if (!isBetween(clock, from, to)) return null;
  const endDay = from > to && clock >= from ? addDays(day, 1) : day;
  return instantOf(endDay, to, timeZone);
}

/** The instant of a local time. An hour skipped by a clock change counts as the one after it. */
export function instantOf(day: Day, clock: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const offsetAt = (instant: number) => {
    const local = localTime(new Date(instant), timeZone);
    return Date.parse(`${local.day}T${local.time}Z`) - instant;
  };
  const guess = wall - offsetAt(wall);
  return new Date(wall - offsetAt(guess));
}
