import type { Limit, Permission, Relation } from "@stsphera/rbac";
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

/** Append-only history of moves of every thing that has a life, with what undoing restores. */
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
    at: instant().notNull(),
    reason: text(),
    /** Columns of the row as they stood before the move. */
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

/** Derived: what waits for whose decision; a nightly check rebuilds and compares it. */
export const pendingDecisions = pgTable(
  "pending_decisions",
  {
    id: identity(),
    objectId: integer().references(() => objects.id),
    entityType: text().notNull(),
    entityId: integer().notNull(),
    kind: text().notNull(),
    /** The right that decides; a named holder must still hold it by `relation`. */
    permission: text().$type<Permission>().notNull(),
    relation: text().$type<Relation>(),
    /** A right that reaches no further than this limit does not decide. */
    beyond: text().$type<Limit>(),
    /** The one person who decides; null: everybody who holds the permission on the object. */
    holderId: integer().references(() => users.id),
    /** People who do not decide, nor anybody in their place. */
    exceptUserIds: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** True where a company role decides too, not members alone. */
    companyWide: boolean().notNull().default(false),
    dueOn: date(),
    since: instant().notNull(),
    /**
     * Decisions of one kind, object and batch are shown as one, such as the entries of a day: they are due the same day,
     * and a kind has one batch a day on an object.
     */
    batch: text(),
    // The place in a list, the most urgent first. A batch keeps its place while single decisions of it are made.
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
  ],
);

/** Photos and documents of things: a person who sees the thing sees its files. A file belongs to one thing. */
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
    /** What the file is to the thing: `evidence`, `photo`, `document`, … */
    role: text().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [index("attachments_by_entity").on(t.entityType, t.entityId, t.id)],
);
