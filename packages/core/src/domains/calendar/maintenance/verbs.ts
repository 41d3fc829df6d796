export { getCalendar } from "./get-calendar.ts";
export { getObjectCalendar } from "./get-object-calendar.ts";
export { listCalendars } from "./list-calendars.ts";
export { previewCalendar } from "./preview-calendar.ts";
export { previewObjectCalendar } from "./preview-object-calendar.ts";
export { saveCalendar } from "./save-calendar.ts";
export { saveObjectCalendar } from "./save-object-calendar.ts";
