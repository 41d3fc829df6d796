import type { NotificationCategory, Priority } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { identity, instant, telegramId } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

export const notifications = pgTable(
  "notifications",
  {
    id: identity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    /** One row per user and thing: a living card keeps its row. */
    key: text().notNull(),
    type: text().notNull(),
    category: text().$type<NotificationCategory>().notNull(),
    priority: text().$type<Priority>().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    objectId: integer().references(() => objects.id),
    entityType: text(),
    entityId: integer(),
    deepLink: text().notNull(),
    actions: jsonb().notNull().default([]),
    payload: jsonb().notNull().default({}),
    readAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique("notifications_key").on(t.userId, t.key),
    index("notifications_by_user").on(t.userId, t.updatedAt, t.id),
    index("notifications_by_age").on(t.updatedAt).concurrently(),
    index("notifications_unread")
      .on(t.userId, t.category)
      .where(sql`read_at is null`),
  ],
);

/** The queue of messages to Telegram. At most one per chat is in flight. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    dedupeKey: text().notNull().unique(),
    chatId: telegramId().notNull(),
    userId: integer().references(() => users.id),
    notificationId: integer().references(() => notifications.id),
    /** The linked chat that gets a copy. */
    chatLinkId: integer(),
    /** A card is sent once and then edited; its message id is in chat_cards. */
    cardKey: text(),
    method: text().notNull(),
    params: jsonb().notNull(),
    /** 0 reply, 1 critical, 2 normal, 3 digest. */
    priority: smallint().notNull(),
    status: text()
      .$type<"queued" | "sending" | "sent" | "failed" | "superseded">()
      .notNull()
      .default("queued"),
    attempts: integer().notNull().default(0),
    notBefore: instant().notNull(),
    claimedAt: instant(),
    sentAt: instant(),
    /** Sent as a message of its own; false for an edit, and for what had nothing to edit. */
    anew: boolean().notNull().default(false),
    /** When it rang, or begins to ring, in a browser instead: in the chat it makes no sound any more. */
    rungAt: instant(),
    /** Since when an older state of the card waits to ring; null where none did. */
    ringsSince: instant(),
    error: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index("deliveries_queue")
      .on(t.priority, t.id)
      .where(sql`status = 'queued'`),
    index("deliveries_in_flight")
      .on(t.chatId)
      .where(sql`status = 'sending'`),
    index("deliveries_over")
      .on(t.createdAt)
      .concurrently()
      .where(sql`status in ('sent', 'superseded', 'failed')`),
    index("deliveries_by_notification")
      .on(t.notificationId)
      .concurrently()
      .where(sql`notification_id is not null`),
    index("deliveries_anew")
      .on(t.userId, t.sentAt)
      .concurrently()
      .where(sql`anew`),
    index("deliveries_by_chat")
      .on(t.chatId, t.id)
      .where(sql`status = 'queued'`),
  ],
);

/** One message for several notifications of a user that came within minutes: the card `burst:<id>` of the user's chat. */
export const messageFolds = pgTable(
  "message_folds",
  {
    id: identity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    startedAt: instant().notNull(),
    /** What it lists, the newest last. */
    notificationIds: integer().array().notNull(),
  },
  (t) => [
    index("message_folds_by_user").on(t.userId, t.startedAt),
    index("message_folds_by_age").on(t.startedAt),
  ],
);

export const chatCards = pgTable(
  "chat_cards",
  {
    chatId: telegramId().notNull(),
    cardKey: text().notNull(),
    messageId: integer().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chatId, t.cardKey] }),
    index("chat_cards_by_age").on(t.updatedAt).concurrently(),
  ],
);

/** Token buckets of Telegram's limits, shared by all senders: one row overall, one per chat. */
export const telegramLimits = pgTable("telegram_limits", {
  scope: text().primaryKey(),
  tokens: numeric({ precision: 12, scale: 4 }).notNull(),
  refilledAt: instant().notNull(),
  retryUntil: instant(),
});

export const botUpdates = pgTable(
  "bot_updates",
  {
    updateId: bigint({ mode: "number" }).primaryKey(),
    chatId: telegramId().notNull(),
    payload: jsonb().notNull(),
    receivedAt: instant().notNull(),
    doneAt: instant(),
    attempts: integer().notNull().default(0),
    error: text(),
  },
  (t) => [
    index("bot_updates_waiting")
      .on(t.chatId, t.updateId)
      .where(sql`done_at is null`),
    index("bot_updates_done")
      .on(t.doneAt)
      .concurrently()
      .where(sql`done_at is not null`),
  ],
);

/** The lease under which the updates of one chat are processed in order. */
export const chatQueues = pgTable("chat_queues", {
  chatId: telegramId().primaryKey(),
  owner: text(),
  leaseUntil: instant(),
});

export const botDialogues = pgTable(
  "bot_dialogues",
  {
    chatId: telegramId().notNull(),
    userId: telegramId().notNull(),
    state: jsonb().notNull(),
    updatedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.chatId, t.userId] })],
);
