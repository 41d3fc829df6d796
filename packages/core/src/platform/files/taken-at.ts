/**
 * The instant of a camera's time: `2026-09-10T17:05:00`, in the zone it names at its end or else in that of the site.
 * Null for what is no time, and for a camera whose clock is ahead of `now`.
 */
export function takenAtInstant(cameraTime: string, timeZone: string, now: Date): string | null {
  const zoned = /[+-]\d\d:\d\d$/.test(cameraTime);
  const wall = Date.parse(zoned ? cameraTime : `${cameraTime}Z`);
  if (Number.isNaN(wall)) return null;
  const instant = zoned ? wall : wall - offsetAt(wall, timeZone);
  return instant > now.getTime() ? null : new Date(instant).toISOString();
}

/** Milliseconds by which the zone's wall clock is ahead of UTC around an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const { day, time } = localTime(new Date(instant), timeZone);
  return Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1000) * 1000;
}
import { localTime } from "../../kernel/index.ts";
