import { PUSH_REASONS, type PushReason } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { deliveries } from "./messages.ts";
import { users } from "./people.ts";
import { sessions } from "./sign-in.ts";

/** A browser that rings when Telegram does not: what its push service needs. It goes with its session. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: identity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    sessionId: integer()
      .notNull()
      .unique()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** Who knows it may write to the browser: it is as secret as a key. */
    endpoint: text().notNull().unique(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: instant().notNull(),
    lastOkAt: instant(),
    failedAt: instant(),
  },
  (t) => [index("push_subscriptions_by_user").on(t.userId)],
);

/** The queue to push services: a row for each browser that a message rings in, and for each trial. */
export const pushMessages = pgTable(
  "push_messages",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    /** Null once the browser is signed out, or its push service knows it no more. */
    subscriptionId: integer().references(() => pushSubscriptions.id, { onDelete: "set null" }),
    /** The message of the chat that rings in a browser instead; null for a trial. */
    deliveryId: bigint({ mode: "number" }).references(() => deliveries.id, { onDelete: "cascade" }),
    reason: text().$type<PushReason>().notNull(),
    status: text()
      .$type<"queued" | "sending" | "sent" | "failed" | "superseded">()
      .notNull()
      .default("queued"),
    attempts: integer().notNull().default(0),
    notBefore: instant().notNull(),
    claimedAt: instant(),
    sentAt: instant(),
    error: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    check("push_messages_reason", oneOf(t.reason, PUSH_REASONS)),
    unique("push_messages_once").on(t.deliveryId, t.subscriptionId),
    index("push_messages_queue")
      .on(t.notBefore, t.id)
      .where(sql`status in ('queued', 'sending')`),
    index("push_messages_by_subscription").on(t.subscriptionId),
    index("push_messages_by_user").on(t.userId, t.createdAt),
    index("push_messages_by_age").on(t.createdAt),
  ],
);
