import { dayWithYear } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { localTime } from "./local-day.ts";

/** «09:12», or «8 сентября, 16:50» if not today, in the reader's time zone. */
export function momentText(
  instant: string,
  { timeZone, now, locale }: { timeZone: string; now: Date; locale: Locale },
): string {
  const { day, time } = localTime(new Date(instant), timeZone);
  const clock = time.slice(0, 5);
  const today = localTime(now, timeZone).day;
  return day === today ? clock : `${dayWithYear(day, today, locale)}, ${clock}`;
}
