/** A calendar day as `YYYY-MM-DD`; string order is calendar order. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

export function dayFromNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day `count` calendar days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: Day): number {
  return ((dayNumber(day) + 3) % 7) + 1;
}

/** Project week of a day: the week of `start` is 1 (formula: (monday(day) − monday(start)) ÷ 7 + 1). */
export function projectWeek(day: Day, start: Day): number {
  const monday = (of: Day) => dayNumber(of) - isoWeekday(of) + 1;
  return (monday(day) - monday(start)) / 7 + 1;
}
