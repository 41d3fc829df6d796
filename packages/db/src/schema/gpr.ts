import type { GprStatus } from "@stsphera/contracts/vocabulary";
import {
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
