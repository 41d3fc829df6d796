import type { FilePurpose, FileSource, FileStatus } from "@stsphera/contracts/vocabulary";
import { FILE_PURPOSES, FILE_SOURCES, FILE_STATUSES } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

export const files = pgTable(
  "files",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    purpose: text().$type<FilePurpose>().notNull(),
    source: text().$type<FileSource>().notNull(),
    status: text().$type<FileStatus>().notNull(),
    name: text().notNull(),
    contentType: text(),
    size: integer(),
    sha256: text(),
    storageKey: text().notNull().unique(),
    telegramFileId: text(),
    telegramUniqueId: text(),
    mediaGroupId: text(),
    width: integer(),
    height: integer(),
    takenAt: instant(),
    uploadedBy: integer()
      .notNull()
      .references(() => users.id),
    attempts: integer().notNull().default(0),
    /** How often a worker began with it; more than the attempts when workers died of it. */
    claims: integer().notNull().default(0),
    nextAttemptAt: instant(),
    error: text(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("files_purpose", oneOf(t.purpose, FILE_PURPOSES)),
    check("files_source", oneOf(t.source, FILE_SOURCES)),
    check("files_status", oneOf(t.status, FILE_STATUSES)),
    check("files_telegram", sql`(${t.source} = 'telegram') = (${t.telegramFileId} is not null)`),
    index("files_to_work")
      .on(t.nextAttemptAt, t.id)
      .where(sql`status in ('awaiting', 'stored')`),
    index("files_failed")
      .on(t.createdAt)
      .concurrently()
      .where(sql`status = 'failed'`),
    index("files_by_uploader").on(t.uploadedBy, t.createdAt),
    index("files_by_album")
      .on(t.uploadedBy, t.mediaGroupId)
      .where(sql`media_group_id is not null`),
  ],
);
