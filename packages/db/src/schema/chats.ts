import { CHAT_ENDS, type ChatEnd, type CopiedCategory, type Locale } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant, telegramId } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

/** A group in Telegram, or a topic of one, that is linked to an object; a link that ended keeps its row. */
export const objectChats = pgTable(
  "object_chats",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    chatId: telegramId().notNull(),
    /** The topic of a forum; null for the chat without one. */
    threadId: integer(),
    title: text().notNull(),
    topic: text(),
    /** The language of its messages. */
    locale: text().$type<Locale>().notNull(),
    muted: text()
      .array()
      .$type<CopiedCategory[]>()
      .notNull()
      .default(sql`'{}'`),
    linkedBy: integer()
      .notNull()
      .references(() => users.id),
    linkedAt: instant().notNull(),
    /** When the managers were told that who linked it may do so no longer. */
    makerLeftAt: instant(),
    endedAt: instant(),
    endReason: text().$type<ChatEnd>(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("object_chats_end", oneOf(t.endReason, CHAT_ENDS)),
    check("object_chats_ended", sql`(${t.endedAt} is null) = (${t.endReason} is null)`),
    uniqueIndex("object_chats_place")
      .on(t.chatId, sql`coalesce(${t.threadId}, 0)`)
      .where(sql`ended_at is null`),
    index("object_chats_by_object").on(t.objectId, t.id),
  ],
);

/** A code that links a chat once; only its hash is stored. */
export const chatCodes = pgTable(
  "chat_codes",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    madeBy: integer()
      .notNull()
      .references(() => users.id),
    codeHash: text().notNull().unique(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index("chat_codes_by_expiry").on(t.expiresAt),
    index("chat_codes_open")
      .on(t.objectId, t.madeBy)
      .where(sql`used_at is null and revoked_at is null`),
  ],
);

/** What a linked chat was told lately: the rows of a message that gathers a burst. */
export const chatCopies = pgTable(
  "chat_copies",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    linkId: integer()
      .notNull()
      .references(() => objectChats.id),
    /** The thing told of. */
    key: text().notNull(),
    /** The kind of news; a burst of one kind has a title of its own. */
    kind: text().notNull(),
    /** What is told, in one line of plain text. */
    line: text().notNull(),
    /** The copy with which the burst began; null for a message of its own. */
    burst: bigint({ mode: "number" }),
    at: instant().notNull(),
  },
  (t) => [index("chat_copies_by_link").on(t.linkId, t.at), index("chat_copies_by_age").on(t.at)],
);
