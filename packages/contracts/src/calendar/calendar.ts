import { z } from "zod";
import { day, id, title, version } from "../shared/scalars.ts";
import { OBJECT_STATUSES } from "../vocabulary.ts";

export const calendarYearNumber = z.coerce.number().int().min(2000).max(2100);

const provisional = z.boolean().meta({ description: "Not published yet: only statutory holidays are known" });
const yearSummary = z.object({
  year: z.int(),
  provisional,
  workdays: z.int(),
  months: z.array(z.int()).length(12).meta({ description: "Working days of a five-day week, by month" }),
  version: version.nullable().meta({ description: "Null for an unpublished year" }),
});
export const calendarList = z.object({ items: z.array(yearSummary) }).meta({ id: "CalendarList" });
export type CalendarList = z.infer<typeof calendarList>;

export const calendarYear = yearSummary
  .extend({
    daysOff: z.array(day).meta({ description: "Weekdays that are days off" }),
    workingWeekends: z.array(day).meta({ description: "Saturdays and Sundays that are worked" }),
    shortDays: z.array(day).meta({ description: "Working days that are one hour shorter" }),
  })
  .meta({ id: "CalendarYear" });
export type CalendarYearAnswer = z.infer<typeof calendarYear>;

const days = z.array(day).max(366);
const yearDays = { daysOff: days, workingWeekends: days, shortDays: days };
export const saveCalendarInput = z.strictObject({
  version: version.nullable().meta({ description: "Null to publish a new year" }),
  ...yearDays,
});
export const previewCalendarInput = z.strictObject(yearDays);

/** How a change of the calendar affects one object: the work that fits before its deadline. */
export const calendarShift = z
  .object({
    objectId: id,
    code: z.string(),
    name: title,
    status: z.enum(OBJECT_STATUSES),
    deadline: day,
    workdaysLeft: z
      .object({ before: z.int(), after: z.int() })
      .meta({ description: "Working days after today up to and including the deadline" }),
    finishAfter: day.meta({ description: "New end of work that was planned to end on the deadline" }),
    provisional: provisional.meta({ description: "Whether the deadline is in an unpublished year" }),
  })
  .meta({ id: "CalendarShift" });
export type CalendarShift = z.infer<typeof calendarShift>;

export const calendarPreview = z
  .object({
    year: z.int(),
    before: z.object({ workdays: z.int(), provisional }),
    after: z.object({ workdays: z.int() }),
    objects: z.int().meta({ description: "Objects not closed" }),
    rescheduled: z.int().meta({ description: "Objects whose days change: as many as saving will recompute" }),
    moved: z.int().meta({ description: "Objects whose number of remaining working days changes" }),
    items: z.array(calendarShift).meta({ description: "Largest change first, at most 100" }),
  })
  .meta({ id: "CalendarPreview" });
export type CalendarPreview = z.infer<typeof calendarPreview>;

const overrides = z.array(z.strictObject({ day, working: z.boolean() })).max(400);
export const saveObjectCalendarInput = z.strictObject({
  version,
  days: overrides.meta({ description: "All days that the object works or rests against its calendar" }),
});
export const previewObjectCalendarInput = z.strictObject({ days: overrides });
export const objectCalendarQuery = z.strictObject({ from: day.optional(), to: day.optional() });

export const objectCalendar = z
  .object({
    objectId: id,
    from: day,
    to: day,
    workWeek: z.array(z.int()),
    followTransfers: z.boolean(),
    days: z.array(
      z.object({
        day,
        working: z.boolean(),
        provisional,
        own: z.boolean().meta({ description: "Exception of the object to its calendar" }),
      }),
    ),
    workdays: z.int().meta({ description: "Working days of the range" }),
    provisional: provisional.meta({ description: "Whether the range reaches into an unpublished year" }),
    overrides: z.array(z.object({ day, working: z.boolean() })),
    version,
  })
  .meta({ id: "ObjectCalendar" });
export type ObjectCalendar = z.infer<typeof objectCalendar>;

export const objectCalendarPreview = z
  .object({
    days: z.int().meta({ description: "Days that change" }),
    cells: z.int().meta({ description: "Cells of the grid whose plan covers these days" }),
    shift: calendarShift.nullable().meta({ description: "Null without a deadline" }),
  })
  .meta({ id: "ObjectCalendarPreview" });
export type ObjectCalendarPreview = z.infer<typeof objectCalendarPreview>;

export const objectCalendarSaved = z
  .object({ objectId: id, version, days: z.int() })
  .meta({ id: "ObjectCalendarSaved" });

/** Dates and work week of an object that is not there yet. */
export const countWorkdaysInput = z.strictObject({
  from: day,
  to: day,
  workWeek: z.array(z.int().min(1).max(7)).min(1).max(7),
  followTransfers: z.boolean(),
});
export const workdaysCounted = z
  .object({ workdays: z.int().meta({ description: "Both days included" }), provisional })
  .meta({ id: "WorkdaysCounted" });
export type WorkdaysCounted = z.infer<typeof workdaysCounted>;
