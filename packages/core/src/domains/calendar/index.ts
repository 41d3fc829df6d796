export { lockCalendars } from "./calendar-lock.ts";
export { loadCalendar, loadYears, rebuildWorkdays, spanOf } from "./rebuild-workdays.ts";
export {
  type CalendarYear,
  countryCalendar,
  finishOf,
  isProvisional,
  isWorkday,
  statutoryDays,
  statutoryMoves,
  type WorkCalendar,
  workdayFrom,
  workdaysBetween,
  yearOf,
} from "./working-days.ts";
export { officeDaysAfter } from "./office-days-sql.ts";
export { readOfficeDays } from "./read-office-days.ts";
export { calendarNotices } from "./notices.ts";
