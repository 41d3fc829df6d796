/** When a person wants no sound: wall clocks (`HH:MM`) of his time zone; the end may lie on the next day. */
export type QuietHours = { timeZone: string; from: string; to: string };

/** The instant until which a person is not to be disturbed; null outside of his quiet hours. */
export function quietUntil(now: Date, { timeZone, from, to }: QuietHours): Date | null {
  const { day, time } = localTime(now, timeZone);
  const clock = time.slice(0, 5);
  const overnight = from > to;
  const isQuiet = overnight ? clock >= from || clock < to : clock >= from && clock < to;
  if (!isQuiet) return null;
  const endDay = overnight && clock >= from ? addDays(day, 1) : day;
  return instantOf(endDay, to, timeZone);
}

/** The instant of a wall clock. An hour that a change of clocks skips is taken as the one after it. */
function instantOf(day: Day, clock: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const offsetAt = (instant: number) => {
    const local = localTime(new Date(instant), timeZone);
    return Date.parse(`${local.day}T${local.time}Z`) - instant;
  };
  const guess = wall - offsetAt(wall);
  return new Date(wall - offsetAt(guess));
}
import { addDays, type Day, localTime } from "../../kernel/index.ts";
