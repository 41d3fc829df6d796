import {
  calendarList,
  calendarPreview,
  calendarYear,
  calendarYearNumber,
  countWorkdaysInput,
  objectCalendar,
  objectCalendarPreview,
  objectCalendarQuery,
  objectCalendarSaved,
  previewCalendarInput,
  previewObjectCalendarInput,
  saveCalendarInput,
  saveObjectCalendarInput,
  workdaysCounted,
} from "@stsphera/contracts";
import {
  countWorkdays,
  getCalendar,
  getObjectCalendar,
  listCalendars,
  previewCalendar,
  previewObjectCalendar,
  saveCalendar,
  saveObjectCalendar,
} from "@stsphera/core";
import { calendarSaved } from "./answers.ts";
import { endpoint, type Tag } from "./endpoint.ts";
import * as calendar from "./examples/calendar.ts";

const words = { year: calendarYearNumber };
const { overrides: days } = calendar.ofObject;

const CALENDAR: Tag = { name: "calendar", about: "Production calendars and days of objects" };

export const calendarRoutes = [
  endpoint({
    method: "post",
    path: "/api/calendars/count",
    tag: CALENDAR,
    summary: "Working days between two days in a work week",
    verb: countWorkdays,
    body: countWorkdaysInput,
    asks: true,
    answer: workdaysCounted,
    examples: {
      body: { from: "2026-04-15", to: "2026-10-17", workWeek: [1, 2, 3, 4, 5, 6], followTransfers: false },
      answer: { workdays: 157, provisional: false },
    },
  }),
  endpoint({
    method: "get",
    path: "/api/calendars",
    tag: CALENDAR,
    summary: "Years of the production calendar; those not yet published are marked",
    verb: listCalendars,
    answer: calendarList,
    examples: { answer: { items: [calendar.summary] } },
  }),
  endpoint({
    method: "get",
    path: "/api/calendars/:year",
    tag: CALENDAR,
    summary: "A year of the production calendar with its days",
    verb: getCalendar,
    words,
    answer: calendarYear,
    examples: { answer: calendar.year },
  }),
  endpoint({
    method: "put",
    path: "/api/calendars/:year",
    tag: CALENDAR,
    summary: "Publish a year of the production calendar, or correct its days",
    verb: saveCalendar,
    words,
    body: saveCalendarInput,
    answer: calendarSaved,
    examples: { body: { version: 1, ...calendar.days }, answer: { ...calendar.year, objects: 3 } },
  }),
  endpoint({
    method: "post",
    path: "/api/calendars/:year/preview",
    tag: CALENDAR,
    summary: "Preview how changed days of a year would move dates; nothing is saved",
    verb: previewCalendar,
    words,
    body: previewCalendarInput,
    asks: true,
    answer: calendarPreview,
    examples: { body: calendar.days, answer: calendar.preview },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/calendar",
    tag: CALENDAR,
    summary: "Working days and days off of an object, including its own exceptions",
    verb: getObjectCalendar,
    query: objectCalendarQuery,
    answer: objectCalendar,
    examples: { answer: calendar.ofObject },
  }),
  endpoint({
    method: "put",
    path: "/api/objects/:objectId/calendar",
    tag: CALENDAR,
    summary: "Replace the object's exceptions from its calendar: extra working days and days off",
    verb: saveObjectCalendar,
    body: saveObjectCalendarInput,
    answer: objectCalendarSaved,
    examples: { body: { version: 5, days }, answer: { objectId: 3, version: 6, days: 1 } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/calendar/preview",
    tag: CALENDAR,
    summary: "Preview how changed days of the object would move dates; nothing is saved",
    verb: previewObjectCalendar,
    body: previewObjectCalendarInput,
    asks: true,
    answer: objectCalendarPreview,
    examples: { body: { days }, answer: calendar.ofObjectPreview },
  }),
];
