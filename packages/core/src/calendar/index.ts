export { addDays, type Day, dayFromNumber, dayNumber, isoWeekday, projectWeek } from "./days.ts";
export { isTimeZone, localDay, localTime } from "./local-day.ts";
export { rebuildWorkdays } from "./rebuild-workdays.ts";
export {
  finishOf,
  isProvisional,
  isWorkday,
  type WorkCalendar,
  workdayFrom,
  workdaysBetween,
} from "./working-days.ts";
