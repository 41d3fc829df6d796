import type { Party, Shift, ShiftRecordKind } from "@stsphera/contracts/vocabulary";
import { PARTIES, SHIFT_RECORD_KINDS, SHIFTS } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant, quantity } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";
import { crews } from "./production.ts";

/** What crews did in a shift without a quantity: idle time with its reason, or work that earns nothing. */
export const shiftRecords = pgTable(
  "shift_records",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    date: date().notNull(),
    shift: text().$type<Shift>().notNull(),
    kind: text().$type<ShiftRecordKind>().notNull(),
    /** The reason of idle time, or the kind of work. */
    code: text().notNull(),
    words: text(),
    party: text().$type<Party>(),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: integer().references(() => users.id),
    withdrawReason: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("shift_record_shift", oneOf(t.shift, SHIFTS)),
    check("shift_record_kind", oneOf(t.kind, SHIFT_RECORD_KINDS)),
    check("shift_record_party", oneOf(t.party, PARTIES)),
    check("shift_record_party_of_downtime", sql`(${t.kind} = 'downtime') = (${t.party} is not null)`),
    check("shift_record_withdrawn", sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
    index("shift_records_by_day").on(t.objectId, t.date, t.id),
  ],
);

/** Whom a record of a shift is about. */
export const shiftRecordCrews = pgTable(
  "shift_record_crews",
  {
    recordId: integer()
      .notNull()
      .references(() => shiftRecords.id),
    crewId: integer()
      .notNull()
      .references(() => crews.id),
    workers: integer().notNull(),
    hours: quantity().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.crewId] }),
    check("shift_record_workers", sql`${t.workers} between 1 and 500`),
    check("shift_record_hours", sql`${t.hours} > 0 and ${t.hours} <= 24`),
    index("shift_record_crews_by_crew").on(t.crewId, t.recordId),
  ],
);

/** Why a planned line of a closed shift has no fact. */
export type SilentLineAnswer = { floorVolumeId: number; code: string; text: string | null };

/** A part of a shift that was closed: a foreman's, or the lines that are no foreman's. */
export const shiftClosings = pgTable(
  "shift_closings",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    date: date().notNull(),
    shift: text().$type<Shift>().notNull(),
    foremanId: integer().references(() => users.id),
    /** Nobody led a zone when it was closed: the whole shift, also for those who lead one since. */
    whole: boolean().notNull().default(false),
    /** Null when the shift closed itself. */
    closedBy: integer().references(() => users.id),
    closedAt: instant().notNull(),
    silent: jsonb().$type<SilentLineAnswer[]>().notNull(),
    reopenedAt: instant(),
    reopenedBy: integer().references(() => users.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("shift_closing_shift", oneOf(t.shift, SHIFTS)),
    check("shift_closing_reopened", sql`(${t.reopenedAt} is null) = (${t.reopenedBy} is null)`),
    check("shift_closing_whole", sql`not ${t.whole} or ${t.foremanId} is null`),
    uniqueIndex("shift_closings_one")
      .on(t.objectId, t.date, t.shift, sql`coalesce(foreman_id, 0)`)
      .where(sql`reopened_at is null`),
  ],
);
