import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Permission, Relation } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

const bigIdentity = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** Append-only: triggers refuse update, delete and truncate. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigIdentity(),
    commandId: uuid().notNull(),
    action: text().notNull(),
    entityType: text().notNull(),
    entityId: integer().notNull(),
    objectId: integer().references(() => objects.id),
    actorId: integer().references(() => users.id),
    actorJob: text(),
    onBehalfOf: integer().references(() => users.id),
    by: text(),
    requestId: text().notNull(),
    at: instant().notNull(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
  },
  (t) => [
    index("audit_by_entity").on(t.entityType, t.entityId, t.id),
    index("audit_by_object").on(t.objectId, t.id),
    index("audit_by_actor").on(t.actorId, t.id),
    index("audit_by_type").on(t.entityType, t.id),
    index("audit_by_time").on(t.at),
    // Words of reasons and values, as `audit-selection.ts` searches them.
    index("audit_by_words").using(
      "gin",
      sql`(to_tsvector('russian', coalesce(reason, ''))
        || jsonb_to_tsvector('russian', coalesce(before, '{}'), '["string", "numeric"]')
        || jsonb_to_tsvector('russian', coalesce(after, '{}'), '["string", "numeric"]'))`,
    ),
  ],
);

export const auditChain = pgTable("audit_chain", {
  position: bigint({ mode: "number" }).primaryKey(),
  auditId: bigint({ mode: "number" })
    .notNull()
    .unique()
    .references(() => auditLog.id),
  hash: text().notNull(),
});

/** How far the audit chain was verified: the nightly walk goes on from there. One row. */
export const auditWalk = pgTable(
  "audit_walk",
  {
    id: integer().primaryKey().default(1),
    position: bigint({ mode: "number" }).notNull(),
    auditId: bigint({ mode: "number" }).notNull(),
    hash: text().notNull(),
    /** When the chain was last walked from its start. */
    wholeAt: instant().notNull(),
  },
  (t) => [check("audit_walk_once", sql`${t.id} = 1`)],
);

export const outbox = pgTable(
  "outbox",
  {
    id: bigIdentity(),
    commandId: uuid().notNull(),
    type: text().$type<EventType>().notNull(),
    objectId: integer().references(() => objects.id),
    entityType: text().notNull(),
    entityId: integer().notNull(),
    actorId: integer().references(() => users.id),
    payload: jsonb().notNull(),
    createdAt: instant().notNull(),
    relayedAt: instant(),
    attempts: integer().notNull().default(0),
    error: text(),
  },
  (t) => [
    index("outbox_waiting")
      .on(t.id)
      .where(sql`relayed_at is null`),
    index("outbox_relayed")
      .on(t.relayedAt)
      .concurrently()
      .where(sql`relayed_at is not null`),
    index("outbox_reminders")
      .on(t.objectId, t.createdAt)
      .concurrently()
      .where(sql`type = 'fact.returned_reminder'`),
  ],
);

export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    actorId: integer()
      .notNull()
      .references(() => users.id),
    verb: text().notNull(),
    key: text().notNull(),
    inputHash: text().notNull(),
    result: jsonb(),
    createdAt: instant().notNull(),
    /**
     * What a user must still hold to get the answer again: the object is visible, the permission is held by these
     * relations.
     */
    objectId: integer().references(() => objects.id),
    permission: text().$type<Permission>(),
    relations: text().array().$type<Relation[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.verb, t.key] }),
    index("idempotency_keys_by_age").on(t.createdAt),
  ],
);
