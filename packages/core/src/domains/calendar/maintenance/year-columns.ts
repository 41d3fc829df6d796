const days = (column: string) => `array(select unnest(${column})::text)`;

/** The first year with a calendar. */
export const FIRST_YEAR = 2000;

/** Columns of production_calendars, with days as text. */
export const YEAR_COLUMNS = `year, ${days("days_off")} as "daysOff",
  ${days("working_weekends")} as "workingWeekends", ${days("short_days")} as "shortDays", version`;
