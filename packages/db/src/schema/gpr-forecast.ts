import type { GprAnswerStatus } from "@stsphera/contracts/vocabulary";
import { GPR_ANSWER_STATUSES } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { gprRows, gprVersions } from "./gpr.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

type Span = { start: string; finish: string };
/** How a shift was asked for, as its request says. */
type GprShiftHow =
  | { by: "days"; workdays: number }
  | { by: "start" | "finish"; day: string }
  | { by: "pause"; from: string; to: string };
/** A row that a shift moved. */
export type MovedGprRow = { number: number; name: string; before: Span; after: Span };

/** What is known of a row of a version in force beside its plan: what happened, and what the forecast was moved by. */
export const gprForecasts = pgTable(
  "gpr_forecasts",
  {
    gprId: integer().notNull(),
    key: uuid().notNull(),
    /** A shift holds what has not begun until this day. */
    heldUntil: date(),
    /** Working days that pauses added. */
    added: integer().notNull().default(0),
    actualStart: date(),
    actualFinish: date(),
    /** Working days left of a started row, as said on `remainingOn`. */
    remaining: integer(),
    remainingOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.gprId, t.key] }),
    foreignKey({
      name: "gpr_forecasts_row",
      columns: [t.gprId, t.key],
      foreignColumns: [gprRows.gprId, gprRows.key],
    }),
    check("gpr_forecast_added", sql`${t.added} between 0 and 10000`),
    check("gpr_forecast_fact", sql`${t.actualFinish} is null or ${t.actualStart} <= ${t.actualFinish}`),
    check("gpr_forecast_remaining", sql`${t.remaining} between 1 and 20000`),
    check("gpr_forecast_remaining_on", sql`num_nonnulls(${t.remaining}, ${t.remainingOn}) in (0, 2)`),
  ],
);

/** A move of the forecast of a version in force. */
export const gprShifts = pgTable(
  "gpr_shifts",
  {
    id: identity(),
    gprId: integer()
      .notNull()
      .references(() => gprVersions.id),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    how: jsonb().$type<GprShiftHow>().notNull(),
    reason: text().notNull(),
    /** The rows that were moved by hand, the first of them by key, number and name; `chosen` is how many they are. */
    rows: jsonb().$type<{ key: string; number: number; name: string }[]>().notNull(),
    chosen: integer().notNull(),
    /** Rows without rows under them whose dates changed. */
    moved: integer().notNull(),
    finishBefore: date().notNull(),
    finishAfter: date().notNull(),
    /** By how many working days of the object the finish moved. */
    finishDays: integer().notNull(),
    shiftedBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [index("gpr_shifts_of").on(t.gprId, t.id.desc())],
);

/** What a shift means for an owner of rows, who may decline it with words. */
export const gprAnswers = pgTable(
  "gpr_answers",
  {
    id: identity(),
    shiftId: integer()
      .notNull()
      .references(() => gprShifts.id),
    gprId: integer()
      .notNull()
      .references(() => gprVersions.id),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    ownerId: integer()
      .notNull()
      .references(() => users.id),
    status: text().$type<GprAnswerStatus>().notNull().default("open"),
    /** The owner's rows that moved, the first of them with their dates; `moved` is how many they are. */
    rows: jsonb().$type<MovedGprRow[]>().notNull(),
    moved: integer().notNull(),
    text: text(),
    answeredBy: integer().references(() => users.id),
    answeredAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("gpr_answer_status", oneOf(t.status, GPR_ANSWER_STATUSES)),
    check("gpr_answer_given", sql`(${t.status} = 'open') = (${t.answeredAt} is null)`),
    check("gpr_answer_words", sql`${t.status} <> 'objected' or ${t.text} is not null`),
    uniqueIndex("gpr_answers_one_an_owner").on(t.shiftId, t.ownerId),
    index("gpr_answers_by_owner").on(t.ownerId, t.id),
    index("gpr_answers_open")
      .on(t.gprId, t.id)
      .where(sql`status = 'open'`),
  ],
);
