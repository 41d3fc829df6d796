import { boolean, date, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";
import { objects } from "./objects.ts";

/** The published production calendar of a year for a five-day week: exceptions to Monday–Friday. */
export const productionCalendars = pgTable("production_calendars", {
  year: smallint().primaryKey(),
  daysOff: date().array().notNull(),
  workingWeekends: date().array().notNull(),
  shortDays: date().array().notNull(),
  version: integer().notNull().default(1),
});

/** A day that an object works or rests as an exception to its week and the calendar. */
export const objectCalendarDays = pgTable(
  "object_calendar_days",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    day: date().notNull(),
    working: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.day] })],
);

/** Derived: the working days of an object with ordinals, so that SQL counts and adds them by index. */
export const objectWorkdays = pgTable(
  "object_workdays",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    day: date().notNull(),
    ordinal: integer().notNull(),
    provisional: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.objectId, t.day] }),
    index("object_workdays_by_ordinal").on(t.objectId, t.ordinal),
  ],
);
