/**
 * The instant of a camera's time `2026-09-10T17:05:00`, in the time zone at its end, else in the site's. Null when it
 * is not a time, or is later than `now` (a wrong camera clock).
 */
export function takenAtInstant(cameraTime: string, timeZone: string, now: Date): string | null {
  const zoned = /[+-]\d\d:\d\d$/.test(cameraTime);
  const wall = Date.parse(zoned ? cameraTime : `${cameraTime}Z`);
  if (Number.isNaN(wall)) return null;
  const instant = zoned ? wall : wall - offsetAt(wall, timeZone);
  return instant > now.getTime() ? null : new Date(instant).toISOString();
}

/** Milliseconds by which the zone's local time is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const { day, time } = localTime(new Date(instant), timeZone);
  return Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1000) * 1000;
}
import { localTime } from "../../kernel/index.ts";
