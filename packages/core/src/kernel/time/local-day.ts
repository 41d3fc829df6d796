import { addDays, type Day } from "./days.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  formats.set(timeZone, made);
  return made;
}

/** Local date and time in a time zone: `YYYY-MM-DD` and `HH:MM:SS`. */
export function localTime(now: Date, timeZone: string): { day: Day; time: string } {
  const [day = "", time = ""] = formatFor(timeZone).format(now).split(" ");
  return { day, time };
}

/**
 * The working day of a site at an instant: it starts at `cutoff` (`06:00`), not at midnight, so that entries of a
 * night shift count for the day it began on.
 */
export function localDay(now: Date, timeZone: string, cutoff = "00:00"): Day {
  const { day, time } = localTime(now, timeZone);
  return time.slice(0, 5) < cutoff.slice(0, 5) ? addDays(day, -1) : day;
}

/** True for a time zone that the runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
