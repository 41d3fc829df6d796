import type { Unit, WorkGroup } from "@stsphera/contracts/vocabulary";
import { UNITS, WORK_GROUPS } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { hours, identity, instant, quantity } from "./columns.ts";
import { facades, floors, objects } from "./objects.ts";
import { users } from "./people.ts";

export const workTypes = pgTable(
  "work_types",
  {
    id: identity(),
    code: text().notNull().unique(),
    name: text().notNull(),
    unit: text().$type<Unit>().notNull(),
    normHours: numeric({ precision: 9, scale: 3 }).notNull(),
    requiresPhoto: boolean().notNull(),
    group: text("work_group").$type<WorkGroup>().notNull().default("other"),
    sort: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("work_types_unit", oneOf(t.unit, UNITS)),
    check("work_types_group", oneOf(t.group, WORK_GROUPS)),
    check("work_types_norm", sql`${t.normHours} > 0 and ${t.normHours} < 1e6`),
  ],
);

export const crews = pgTable(
  "crews",
  {
    id: identity(),
    code: text().notNull(),
    name: text().notNull(),
    lead: text().notNull(),
    leadUserId: integer().references(() => users.id),
    size: integer().notNull(),
    objectId: integer().references(() => objects.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("crews_size", sql`${t.size} between 1 and 200`),
    unique("crews_code_of_object").on(t.objectId, t.code),
    index("crews_by_object").on(t.objectId, t.id),
  ],
);

/**
 * A cell of the grid. `factQty`, and `confirmedQty` of it, are derived from the ledger and their changes do not increment
 * the version.
 */
export const floorVolumes = pgTable(
  "floor_volumes",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    facadeId: integer().notNull(),
    floorId: integer().notNull(),
    workTypeId: integer()
      .notNull()
      .references(() => workTypes.id),
    planQty: quantity().notNull(),
    factQty: quantity().notNull().default("0"),
    confirmedQty: quantity().notNull().default("0"),
    planStart: date(),
    planFinish: date(),
    updatedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique("floor_volumes_cell").on(t.facadeId, t.floorId, t.workTypeId),
    unique("floor_volumes_of_object").on(t.objectId, t.id),
    foreignKey({ columns: [t.objectId, t.facadeId], foreignColumns: [facades.objectId, facades.id] }),
    foreignKey({ columns: [t.objectId, t.floorId], foreignColumns: [floors.objectId, floors.id] }),
    check("floor_volumes_plan", sql`${t.planQty} > 0 and ${t.planQty} < 1e9`),
    check("floor_volumes_fact", sql`${t.factQty} >= 0 and ${t.factQty} < 1e12`),
    check("floor_volumes_confirmed", sql`${t.confirmedQty} >= 0 and ${t.confirmedQty} < 1e12`),
    check(
      "floor_volumes_window",
      sql`(${t.planStart} is null) = (${t.planFinish} is null) and ${t.planStart} <= ${t.planFinish}`,
    ),
    index("floor_volumes_by_work").on(t.objectId, t.workTypeId, t.id),
  ],
);

/** Derived: norm hours planned up to the end of a working day, by facade. */
export const planCurve = pgTable(
  "plan_curve",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    facadeId: integer()
      .notNull()
      .references(() => facades.id),
    day: date().notNull(),
    hoursThrough: hours().notNull(),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.facadeId, t.day] })],
);

/**
 * Derived: norm hours planned up to the end of a day, by object, for every day from the first of the plan to its
 * last. The key starts with the day, because a list of objects reads one day of many objects.
 */
export const objectPlanCurve = pgTable(
  "object_plan_curve",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    day: date().notNull(),
    hoursThrough: hours().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.objectId] })],
);
