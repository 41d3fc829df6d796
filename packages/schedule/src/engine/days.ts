/** A calendar day as `YYYY-MM-DD`; string order is calendar order. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

export const dayOf = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

/** ISO weekday of a day number: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Whether a text is a day of the calendar within the years a schedule may lie in. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const number = dayNumber(text);
  return Number.isInteger(number) && dayOf(number) === text && text >= "1990-01-01" && text < "2100-01-01";
}
