import type { Database } from "@stsphera/db";
import type { Day } from "../../kernel/index.ts";
import { type CalendarYear, countryCalendar, workdaysBetween } from "./working-days.ts";

type Row = { year: number; daysOff: Day[]; workingWeekends: Day[] };

const YEARS = `select year::int, days_off::text[] as "daysOff", working_weekends::text[] as "workingWeekends"
  from production_calendars where year between $1::int and $2::int`;

/** Working days of a five-day week by the production calendar, both ends inclusive. */
export async function readOfficeDays(db: Pick<Database, "read">, from: Day, to: Day): Promise<Day[]> {
  const rows = await db.read<Row>(YEARS, [Number(from.slice(0, 4)), Number(to.slice(0, 4))]);
  const years = new Map<number, CalendarYear>(
    rows.map(({ year, daysOff, workingWeekends }) => [
      year,
      { daysOff: new Set(daysOff), workingWeekends: new Set(workingWeekends) },
    ]),
  );
  return workdaysBetween(countryCalendar(years), from, to);
}
