import type { Limit, Permission, Relation, Role } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { identity, instant } from "./columns.ts";
import { files } from "./files.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

/** Append-only history of the moves of all entities, with the data for undoing. */
export const entityMoves = pgTable(
  "entity_moves",
  {
    id: identity(),
    entityType: text().notNull(),
    entityId: integer().notNull(),
    objectId: integer().references(() => objects.id),
    /** Name of the move in its workflow. */
    move: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    byId: integer()
      .notNull()
      .references(() => users.id),
    /** Whom the mover stood in for. */
    onBehalfOf: integer().references(() => users.id),
    at: instant().notNull(),
    reason: text(),
    /** Columns of the row before the move. */
    before: jsonb().notNull(),
    undoneAt: instant(),
  },
  (t) => [
    index("entity_moves_by_entity").on(t.entityType, t.entityId, t.id),
    index("entity_moves_by_person").on(t.byId, t.at),
  ],
);

type Place = Record<"sortDay" | "sortSince" | "kind" | "sortId", PgColumn>;
const place = (t: Place) => [t.sortDay, t.sortSince, sql`kind collate "C"`, t.sortId] as const;

/** Derived: waiting decisions and who may make them; compared and repaired by a nightly job. */
export const pendingDecisions = pgTable(
  "pending_decisions",
  {
    id: identity(),
    objectId: integer().references(() => objects.id),
    entityType: text().notNull(),
    entityId: integer().notNull(),
    kind: text().notNull(),
    /** The deciding right; a named holder must still hold it by `relation`. */
    permission: text().$type<Permission>().notNull(),
    relation: text().$type<Relation>(),
    /** A right limited to this does not suffice. */
    beyond: text().$type<Limit>(),
    /** By one of these roles on the object alone, such as the one that a signer was named for; null: by any. */
    byRoles: text().array().$type<Role[]>(),
    /** The one user who decides; null: everybody who holds the permission on the object. */
    holderId: integer().references(() => users.id),
    /** Users who may not decide, nor their deputies in their name. */
    exceptUserIds: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** True where company roles decide too, not only members. */
    companyWide: boolean().notNull().default(false),
    dueOn: date(),
    since: instant().notNull(),
    /**
     * Decisions of the same kind, object and batch are shown as one item, such as the entries of a day; they have the
     * same due day.
     */
    batch: text(),
    // Sort position in a list, the most urgent first. A batch keeps its position while some of its decisions are
    // made.
    sortDay: date()
      .notNull()
      .generatedAlwaysAs(sql`coalesce(due_on, 'infinity'::date)`),
    sortSince: instant()
      .notNull()
      .generatedAlwaysAs(
        sql`case when batch is null then since
          else coalesce(due_on, 'infinity'::date)::timestamp at time zone 'UTC' end`,
      ),
    sortId: integer()
      .notNull()
      .generatedAlwaysAs(sql`case when batch is null then entity_id else object_id end`),
  },
  (t) => [
    unique("pending_decisions_once").on(t.entityType, t.entityId, t.kind, t.holderId).nullsNotDistinct(),
    index("pending_decisions_by_holder")
      .on(t.holderId, ...place(t))
      .where(sql`holder_id is not null`),
    index("pending_decisions_by_right")
      .on(t.objectId, t.permission, ...place(t))
      .where(sql`holder_id is null`),
    index("pending_decisions_by_company")
      .on(t.permission, ...place(t))
      .where(sql`holder_id is null and company_wide`),
    index("pending_decisions_by_doer").using("gin", t.exceptUserIds),
  ],
);

/** Photos and documents of things: users who see the thing see its files. A file belongs to one thing. */
export const attachments = pgTable(
  "attachments",
  {
    id: identity(),
    entityType: text().notNull(),
    entityId: integer().notNull(),
    fileId: integer()
      .notNull()
      .unique()
      .references(() => files.id),
    /** The role of the file: `evidence`, `photo`, `document`, … */
    role: text().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [index("attachments_by_entity").on(t.entityType, t.entityId, t.id)],
);
