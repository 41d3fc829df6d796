import type { FacadeType, GateMode, ModuleFactSource, ObjectStatus } from "@stsphera/contracts/vocabulary";
import { GATE_MODES, MODULE_FACT_SOURCES, OBJECT_STATUSES } from "@stsphera/contracts/vocabulary";
import { ROLE_CODES, type Role } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant, money, quantity } from "./columns.ts";
import { users } from "./people.ts";

export const objects = pgTable(
  "objects",
  {
    id: identity(),
    code: text().notNull().unique(),
    name: text().notNull(),
    city: text().notNull(),
    address: text().notNull(),
    customer: text().notNull(),
    contractNo: text(),
    contractDate: date(),
    startDate: date(),
    deadline: date(),
    status: text().$type<ObjectStatus>().notNull().default("draft"),
    facadeTypes: text().array().$type<FacadeType[]>().notNull(),
    timeZone: text().notNull().default("Europe/Moscow"),
    dayCutoff: time().notNull().default("06:00"),
    shiftStart: time().notNull().default("08:00"),
    shiftEnd: time().notNull().default("17:00"),
    shiftHours: quantity().notNull().default("8"),
    workWeek: smallint().array().notNull(),
    followTransfers: boolean().notNull().default(true),
    budget: money(),
    approvalLimit: money().notNull().default("500000"),
    moduleFactSource: text().$type<ModuleFactSource>().notNull().default("entry"),
    gateMode: text().$type<GateMode>().notNull().default("complete"),
    heldSince: date(),
    /** Entries from this day on need the photo of their cell to be confirmed; null: none does. */
    photosDueFrom: date(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("objects_status", oneOf(t.status, OBJECT_STATUSES)),
    check("objects_source", oneOf(t.moduleFactSource, MODULE_FACT_SOURCES)),
    check("objects_gate", oneOf(t.gateMode, GATE_MODES)),
    check("objects_dates", sql`${t.startDate} <= ${t.deadline}`),
    check("objects_week", sql`cardinality(${t.workWeek}) between 1 and 7`),
    index("objects_by_name").on(sql`${t.name} collate "ru-x-icu"`, t.id),
    index("objects_by_deadline").on(t.deadline, t.id),
  ],
);

export const objectRoles = pgTable(
  "object_roles",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    userId: integer()
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
    since: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.objectId, t.userId, t.role] }),
    check("object_roles_role", oneOf(t.role, ROLE_CODES)),
    index("object_roles_by_user").on(t.userId, t.objectId),
  ],
);

export const facades = pgTable(
  "facades",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    code: text().notNull(),
    name: text().notNull(),
    sort: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [unique().on(t.objectId, t.code), unique("facades_of_object").on(t.objectId, t.id)],
);

/** A floor is a code with a sort position («−1», «0», «тех»), common to all facades of its object. */
export const floors = pgTable(
  "floors",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    code: text().notNull(),
    sort: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.objectId, t.code),
    unique("floors_sort").on(t.objectId, t.sort),
    unique("floors_of_object").on(t.objectId, t.id),
  ],
);
