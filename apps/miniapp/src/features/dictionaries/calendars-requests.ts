import { get, newKey, write } from "../../shared/api/request.ts";
import type { YearDays } from "./year-days.ts";

export const calendarKeys = {
  list: ["calendars"] as const,
  year: (year: number) => ["calendar", year] as const,
};

export const listCalendars = () => get("/api/calendars", (c) => c.calendarList);
export const getCalendar = (year: number) => get(`/api/calendars/${year}`, (c) => c.calendarYear);

const bodyOf = ({ daysOff, workingWeekends, shortDays }: YearDays) => ({
  daysOff,
  workingWeekends,
  shortDays,
});

/** How the changed days would move dates; nothing is saved. */
export const previewCalendar = (year: number, days: YearDays) =>
  write(
    "POST",
    `/api/calendars/${year}/preview`,
    { body: bodyOf(days), key: newKey() },
    (c) => c.calendarPreview,
  );

export const saveCalendar = (year: number, version: number | null, days: YearDays, key: string) =>
  write("PUT", `/api/calendars/${year}`, { body: { version, ...bodyOf(days) }, key }, (c) => c.calendarYear);
