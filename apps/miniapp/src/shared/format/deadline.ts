import { formatDay } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";

/** A day that may lie in another year, which is then said: «17 октября», «1 марта 2027». */
export function dayWithYear(day: string, today: string, locale: Locale): string {
  const text = formatDay(day, locale);
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`;
}
