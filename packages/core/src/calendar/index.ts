export { addDays, type Day, dayFromNumber, dayNumber, isoWeekday, projectWeek } from "./days.ts";
export { isTimeZone, localDay, localTime } from "./local-day.ts";
export { timeZoneName } from "./time-zone.ts";
export { lockCalendars } from "./calendar-lock.ts";
export { loadCalendar, loadYears, rebuildWorkdays, spanOf } from "./rebuild-workdays.ts";
export {
  type CalendarYear,
  countryCalendar,
  finishOf,
  isProvisional,
  isWorkday,
  statutoryDays,
  type WorkCalendar,
  workdayFrom,
  workdaysBetween,
  yearOf,
} from "./working-days.ts";
