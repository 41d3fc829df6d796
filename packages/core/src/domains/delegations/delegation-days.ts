import { invalidField, addDays, type Day, dayNumber, localDay } from "../../kernel/index.ts";

const MAX_DAYS = 366;

/** Refuses a period that is over, reversed, or too long. Days follow the absent user's time zone. */
export function assertDelegationDays(
  { fromDay, toDay }: { fromDay: Day; toDay: Day },
  now: Date,
  timeZone: string,
): void {
  if (fromDay < localDay(now, timeZone)) throw invalidField("fromDay", "day_is_over");
  if (toDay < fromDay) throw invalidField("toDay", "window_order");
  if (dayNumber(toDay) - dayNumber(fromDay) >= MAX_DAYS) {
    throw invalidField("toDay", "delegation_too_long", { latest: addDays(fromDay, MAX_DAYS - 1) });
  }
}
