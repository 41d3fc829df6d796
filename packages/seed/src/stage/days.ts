/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;

/** The calendar day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

/** The day of a Moscow site at an instant: Moscow is UTC+3 all year, and a site's day starts at 06:00. */
export function siteDay(now: Date): Day {
  return new Date(now.getTime() - 3 * 3_600_000).toISOString().slice(0, 10);
}

/** The instant of a Moscow wall clock time `HH:MM`, plus seconds. */
export function moment(day: Day, clock: string, seconds = 0): Date {
  return new Date(Date.parse(`${day}T${clock}:00+03:00`) + seconds * 1000);
}
