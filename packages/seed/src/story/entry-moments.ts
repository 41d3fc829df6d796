import { type Day, moment } from "../stage/days.ts";
import { spread } from "../stage/spread.ts";
import { isMistaken, type Line, lineKey } from "./lines.ts";

/** Entries made before the next shift began. */
const NEXT_MORNING = new Set(["58 Юг 6 УТП", "46 Восток 4 КРН-Н", "31 Запад 5 МОД", "17 Юг 4 РЕЗ"]);

/** The entry made at night, which belongs to the day of its shift. */
const AT_NIGHT = "12 Юг 13 БУР";

/** Time of an entry: at the end of its shift, 16:40–18:20, with five exceptions. */
export function entryMoment(line: Line, shiftDay: (shift: number) => Day): Date {
  const key = lineKey(line);
  const day = shiftDay(line.shift);
  if (key === AT_NIGHT) return moment(day, "23:30");
  if (NEXT_MORNING.has(key)) return moment(shiftDay(line.shift - 1), "07:20", spread(key, 30 * 60));
  if (isMistaken(line)) return moment(day, "17:24", 12);
  return moment(day, "16:40", spread(key, 100 * 60));
}
