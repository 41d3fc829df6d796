import type { FactKind, FactStatus, PlanReason, Shift } from "@stsphera/contracts/vocabulary";
import { FACT_KINDS, FACT_STATUSES, PLAN_REASONS, SHIFTS } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { hours, identity, instant, quantity } from "./columns.ts";
import { files } from "./files.ts";
import { facades, objects } from "./objects.ts";
import { users } from "./people.ts";
import { crews, floorVolumes, workTypes } from "./production.ts";

/** The only ledger of done work. Rows are added; recorded work is never changed (a trigger refuses it). */
export const dailyPlanFact = pgTable(
  "daily_plan_fact",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    floorVolumeId: integer().notNull(),
    facadeId: integer()
      .notNull()
      .references(() => facades.id),
    workTypeId: integer()
      .notNull()
      .references(() => workTypes.id),
    date: date().notNull(),
    shift: text().$type<Shift>().notNull(),
    kind: text().$type<FactKind>().notNull(),
    status: text().$type<FactStatus>().notNull(),
    quantity: quantity().notNull(),
    planQty: quantity(),
    overPlan: boolean().notNull().default(false),
    dayOff: boolean().notNull().default(false),
    workers: integer(),
    hours: quantity(),
    crewId: integer().references(() => crews.id),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    /** Whom the author stood in for. */
    onBehalfOf: integer().references(() => users.id),
    notes: text(),
    reasonCode: text().$type<PlanReason>(),
    reasonText: text(),
    reversesId: integer()
      .unique()
      .references((): AnyPgColumn => dailyPlanFact.id),
    replacesId: integer().references((): AnyPgColumn => dailyPlanFact.id),
    decidedBy: integer().references(() => users.id),
    decidedAt: instant(),
    /** Whom the decider stood in for. */
    decidedOnBehalfOf: integer().references(() => users.id),
    returnReason: text(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({
      columns: [t.objectId, t.floorVolumeId],
      foreignColumns: [floorVolumes.objectId, floorVolumes.id],
    }),
    check("fact_quantity", sql`abs(${t.quantity}) < 1e9 and ${t.quantity} <> 0`),
    check("fact_sign", sql`(${t.quantity} < 0) = (${t.kind} = 'reversal')`),
    check("fact_reverses", sql`(${t.reversesId} is not null) = (${t.kind} = 'reversal')`),
    check("fact_shift", oneOf(t.shift, SHIFTS)),
    check("fact_kind", oneOf(t.kind, FACT_KINDS)),
    check("fact_status", oneOf(t.status, FACT_STATUSES)),
    check("fact_reason", oneOf(t.reasonCode, PLAN_REASONS)),
    check("fact_workers", sql`${t.workers} between 1 and 500`),
    check("fact_hours", sql`${t.hours} > 0 and ${t.hours} <= 24`),
    index("fact_by_day").on(t.objectId, t.date, t.id),
    index("fact_by_volume").on(t.floorVolumeId, t.date, t.id),
    index("fact_by_work").on(t.facadeId, t.workTypeId, t.date, t.id),
    index("fact_waiting")
      .on(t.objectId, t.id)
      .where(sql`status = 'submitted' and kind = 'work'`),
    index("fact_returned")
      .on(t.authorId, t.id)
      .where(sql`status = 'returned' and kind = 'work'`),
    index("fact_by_author").on(t.authorId, t.id),
  ],
);

/** Like `task_files`: replaced by `attachments`, to be dropped in the next release. */
export const factPhotos = pgTable(
  "fact_photos",
  {
    factId: integer()
      .notNull()
      .references(() => dailyPlanFact.id),
    fileId: integer()
      .notNull()
      .unique()
      .references(() => files.id),
  },
  (t) => [primaryKey({ columns: [t.factId, t.fileId] })],
);

/** Photos of a day without an entry: day and caption; the file is attached as `journal_photo`. */
export const journalPhotos = pgTable(
  "journal_photos",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    date: date().notNull(),
    fileId: integer()
      .notNull()
      .unique()
      .references(() => files.id),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    caption: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index("journal_by_day").on(t.objectId, t.date, t.id)],
);

/**
 * Derived: planned and done work of an object by work type, in its unit. `confirmed…` here and in the tables below is
 * what of it is confirmed: observers are shown that alone.
 */
export const objectWorkSums = pgTable(
  "object_work_sums",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    workTypeId: integer()
      .notNull()
      .references(() => workTypes.id),
    planQty: quantity().notNull().default("0"),
    factQty: quantity().notNull().default("0"),
    confirmedQty: quantity().notNull().default("0"),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.workTypeId] })],
);

/** Derived: work done on a day by work type, as quantity and norm hours; without opening balances. */
export const objectDaySums = pgTable(
  "object_day_sums",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    day: date().notNull(),
    workTypeId: integer()
      .notNull()
      .references(() => workTypes.id),
    quantity: quantity().notNull().default("0"),
    hours: hours().notNull().default("0"),
    confirmedQty: quantity().notNull().default("0"),
    confirmedHours: hours().notNull().default("0"),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.day, t.workTypeId] })],
);

/** Derived: norm hours of an object, planned and earned (a cell earns at most its plan). */
export const objectSums = pgTable("object_sums", {
  objectId: integer()
    .primaryKey()
    .references(() => objects.id),
  planHours: hours().notNull().default("0"),
  earnedHours: hours().notNull().default("0"),
  confirmedHours: hours().notNull().default("0"),
});
