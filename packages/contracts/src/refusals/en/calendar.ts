import type { calendar as ru } from "../ru/calendar.ts";

export const calendar = {
  day_other_year: "A day of another year",
  day_off_weekend: "Saturdays and Sundays are days off anyway",
  day_not_weekend: "This is neither a Saturday nor a Sunday",
  day_holiday: "This is a public holiday by law",
  day_rests: "This is a day off, there is nothing to shorten",
  day_range: "Years from 2000 to 2100",
  range_too_long: "At most {days} days",
} as const satisfies Record<keyof typeof ru, string>;
