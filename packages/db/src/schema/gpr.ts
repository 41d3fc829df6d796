import type { GprAnswerStatus, GprStatus } from "@stsphera/contracts/vocabulary";
import {
  GPR_ANSWER_STATUSES,
  GPR_CONSTRAINTS,
  GPR_EDGES,
  GPR_LAG_UNITS,
  GPR_LINK_TYPES,
  GPR_STATUSES,
} from "@stsphera/contracts/vocabulary";
import { DEPARTMENTS, type Department, type Role, ROLE_CODES } from "@stsphera/rbac";
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
import { identity, instant, quantity } from "./columns.ts";
import { facades, objects } from "./objects.ts";
import { users } from "./people.ts";
import { tasks } from "./tasks.ts";

type Span = { start: string; finish: string };
/** How a shift was asked for, as its request says. */
type GprShiftHow =
  | { by: "days"; workdays: number }
  | { by: "start" | "finish"; day: string }
  | { by: "pause"; from: string; to: string };
type TemplateRow = {
  key: string;
  parent: string | null;
  department: Department;
  name: string;
  duration: number;
  work: string | null;
};
type TemplateLink = {
  from: string;
  to: string;
  type: (typeof GPR_LINK_TYPES)[number];
  lag: number;
  unit: (typeof GPR_LAG_UNITS)[number];
};
/** A row that a shift moved. */
export type MovedGprRow = { number: number; name: string; before: Span; after: Span };

/** Versions of the work schedule of an object: one in force, at most one being made or signed. */
export const gprVersions = pgTable(
  "gpr_versions",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    number: integer().notNull(),
    status: text().$type<GprStatus>().notNull(),
    /** Nothing begins before this day. */
    startOn: date().notNull(),
    /** SHA-256 of the content as sent: what is signed. Null while it is a draft. */
    hash: text(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    sentAt: instant(),
    activatedAt: instant(),
    archivedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("gpr_version_status", oneOf(t.status, GPR_STATUSES)),
    check("gpr_version_number", sql`${t.number} > 0`),
    check("gpr_version_hash", sql`(${t.status} = 'draft') = (${t.hash} is null)`),
    check("gpr_version_sent", sql`(${t.hash} is null) = (${t.sentAt} is null)`),
    check("gpr_version_active", sql`${t.status} <> 'active' or ${t.activatedAt} is not null`),
    uniqueIndex("gpr_versions_numbers").on(t.objectId, t.number),
    uniqueIndex("gpr_versions_one_active")
      .on(t.objectId)
      .where(sql`status = 'active'`),
    uniqueIndex("gpr_versions_one_open")
      .on(t.objectId)
      .where(sql`status in ('draft', 'pending_signatures')`),
    index("gpr_versions_of_object").on(t.objectId, t.number.desc(), t.id.desc()),
  ],
);

/** Rows of a version. The key is that of the row in all versions; its number is shown and never used again. */
export const gprRows = pgTable(
  "gpr_rows",
  {
    gprId: integer()
      .notNull()
      .references(() => gprVersions.id),
    key: uuid().notNull(),
    number: integer().notNull(),
    sort: integer().notNull(),
    parent: uuid(),
    name: text().notNull(),
    department: text().$type<Department>().notNull(),
    ownerId: integer().references(() => users.id),
    quantity: quantity(),
    unit: text(),
    /** The code of the work whose volumes the row plans. */
    work: text(),
    /** The facade whose volumes of that work it plans; null for those that no other row of the work names. */
    facadeId: integer().references(() => facades.id),
    /** Working days; 0 is a milestone. */
    duration: integer().notNull(),
    constraintKind: text().$type<(typeof GPR_CONSTRAINTS)[number]>(),
    constraintEdge: text().$type<(typeof GPR_EDGES)[number]>(),
    constraintDay: date(),
    /** The dates that are signed: stored when the version is sent. */
    startOn: date(),
    finishOn: date(),
    /** The task that was made of the row when its version came into force. */
    taskId: integer().references(() => tasks.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.gprId, t.key] }),
    foreignKey({ name: "gpr_rows_parent", columns: [t.gprId, t.parent], foreignColumns: [t.gprId, t.key] }),
    check("gpr_row_department", oneOf(t.department, DEPARTMENTS)),
    check("gpr_row_duration", sql`${t.duration} between 0 and 10000`),
    check("gpr_row_quantity", sql`${t.quantity} > 0`),
    check("gpr_row_itself", sql`${t.parent} <> ${t.key}`),
    check("gpr_row_constraint_kind", oneOf(t.constraintKind, GPR_CONSTRAINTS)),
    check("gpr_row_constraint_edge", oneOf(t.constraintEdge, GPR_EDGES)),
    check(
      "gpr_row_constraint",
      sql`num_nonnulls(${t.constraintKind}, ${t.constraintEdge}, ${t.constraintDay}) in (0, 3)`,
    ),
    check("gpr_row_dates", sql`num_nonnulls(${t.startOn}, ${t.finishOn}) in (0, 2)`),
    uniqueIndex("gpr_rows_numbers").on(t.gprId, t.number),
    index("gpr_rows_by_parent").on(t.gprId, t.parent),
    index("gpr_rows_by_owner").on(t.ownerId, t.gprId),
    index("gpr_rows_with_task")
      .on(t.taskId)
      .where(sql`task_id is not null`),
  ],
);

/** What a row waits for. */
export const gprLinks = pgTable(
  "gpr_links",
  {
    gprId: integer().notNull(),
    from: uuid().notNull(),
    to: uuid().notNull(),
    type: text().$type<(typeof GPR_LINK_TYPES)[number]>().notNull(),
    /** Days, by the calendar of the row that waits, or elapsed ones; may be negative. */
    lag: integer().notNull(),
    unit: text().$type<(typeof GPR_LAG_UNITS)[number]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gprId, t.to, t.from, t.type] }),
    foreignKey({
      name: "gpr_links_from",
      columns: [t.gprId, t.from],
      foreignColumns: [gprRows.gprId, gprRows.key],
    }),
    foreignKey({
      name: "gpr_links_to",
      columns: [t.gprId, t.to],
      foreignColumns: [gprRows.gprId, gprRows.key],
    }),
    check("gpr_link_type", oneOf(t.type, GPR_LINK_TYPES)),
    check("gpr_link_unit", oneOf(t.unit, GPR_LAG_UNITS)),
    check("gpr_link_itself", sql`${t.from} <> ${t.to}`),
    check("gpr_link_lag", sql`abs(${t.lag}) <= 10000`),
    index("gpr_links_by_from").on(t.gprId, t.from),
  ],
);

/** The signers of a version as they were named when it was sent, and their signatures; void ones stay. */
export const gprSignatures = pgTable(
  "gpr_signatures",
  {
    id: identity(),
    gprId: integer()
      .notNull()
      .references(() => gprVersions.id),
    role: text().$type<Role>().notNull(),
    signerId: integer()
      .notNull()
      .references(() => users.id),
    askedAt: instant().notNull(),
    signedAt: instant(),
    /** Who signed: the signer, a deputy, or an admin for a reason. */
    signedBy: integer().references(() => users.id),
    /** The SHA-256 that was signed. */
    hash: text(),
    voidedAt: instant(),
  },
  (t) => [
    check("gpr_signature_role", oneOf(t.role, ROLE_CODES)),
    check("gpr_signature_whole", sql`num_nonnulls(${t.signedAt}, ${t.signedBy}, ${t.hash}) in (0, 3)`),
    uniqueIndex("gpr_signatures_one_a_role")
      .on(t.gprId, t.role)
      .where(sql`voided_at is null`),
    index("gpr_signatures_by_signer").on(t.signerId, t.gprId),
  ],
);

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

/** Templates of schedules that were made here; those that ship are in the code. */
export const gprTemplates = pgTable(
  "gpr_templates",
  {
    id: identity(),
    code: text().notNull().unique(),
    name: text().notNull(),
    rows: jsonb().$type<TemplateRow[]>().notNull(),
    links: jsonb().$type<TemplateLink[]>().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    archivedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("gpr_templates_names")
      .on(t.name)
      .where(sql`archived_at is null`),
  ],
);

/** Steps of editing a draft, to be taken back and repeated. */
export const gprSteps = pgTable(
  "gpr_steps",
  {
    id: identity(),
    gprId: integer()
      .notNull()
      .references(() => gprVersions.id),
    /** What was and what is. */
    patch: jsonb().notNull(),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [index("gpr_steps_of").on(t.gprId, t.authorId, t.id), index("gpr_steps_by_age").on(t.at)],
);
