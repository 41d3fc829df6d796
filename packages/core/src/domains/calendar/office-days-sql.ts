import { statutoryDays, statutoryMoves } from "./working-days.ts";

/** Years of which the law alone is known until their calendar is published. */
const FIRST_YEAR = 2020;
const YEARS = 40;

const dates = (days: readonly string[], type: string) =>
  `array[${days.map((day) => `'${day}'`).join(",")}]::${type}[]`;
const HOLIDAYS = dates(
  statutoryDays(FIRST_YEAR).map((day) => day.slice(5)),
  "text",
);
const MOVED = dates(
  Array.from({ length: YEARS }, (_, at) => [...statutoryMoves(FIRST_YEAR + at)]).flat(),
  "date",
);

/** SQL of the number of the office's working days after a day, through another: as `readOfficeDays` lists them. */
export const officeDaysAfter = (from: string, through: string): string => `(
  select count(*)::int from generate_series((${from})::timestamp + interval '1 day', (${through})::timestamp, interval '1 day') g(day)
    left join production_calendars c on c.year = extract(year from g.day)
  where to_char(g.day, 'MM-DD') <> all (${HOLIDAYS})
    and (coalesce(g.day::date = any (c.working_weekends), false)
      or extract(isodow from g.day) < 6 and g.day::date <> all (coalesce(c.days_off, ${MOVED}))))`;
