import type { Locale, UserStatus } from "@stsphera/contracts/vocabulary";
import { DAYS_OFF, LOCALES, USER_STATUSES } from "@stsphera/contracts/vocabulary";
import type { DaysOff, NotificationCategory } from "@stsphera/contracts/vocabulary";
import { DEPARTMENTS, type Department, ROLE_CODES, type Role } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, time, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant, telegramId } from "./columns.ts";

export const users = pgTable(
  "users",
  {
    id: identity(),
    /** Null once the personal data were erased. */
    telegramId: telegramId().unique(),
    fullName: text().notNull(),
    phone: text(),
    username: text(),
    role: text().$type<Role>(),
    status: text().$type<UserStatus>().notNull(),
    locale: text().$type<Locale>().notNull().default("ru"),
    timeZone: text().notNull().default("Europe/Moscow"),
    unreachableAt: instant(),
    createdAt: instant().notNull(),
    /** When a refused person asked again last; null for who asked once. */
    askedAgainAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("users_role", oneOf(t.role, ROLE_CODES)),
    check("users_status", oneOf(t.status, USER_STATUSES)),
    check("users_locale", oneOf(t.locale, LOCALES)),
    check("users_active_has_role", sql`${t.status} <> 'active' or ${t.role} is not null`),
    index("users_by_name").on(sql`${t.fullName} collate "ru-x-icu"`, t.id),
    index("users_by_status").on(t.status, t.id),
  ],
);

export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: identity(),
    family: uuid().notNull(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    tokenHash: text().notNull().unique(),
    issuedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index("refresh_tokens_by_family").on(t.family),
    index("refresh_tokens_by_user").on(t.userId),
    index("refresh_tokens_by_expiry").on(t.expiresAt).concurrently(),
  ],
);

/** The head of a department; a department without a row has none. */
export const departmentHeads = pgTable(
  "department_heads",
  {
    department: text().$type<Department>().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    version: integer().notNull().default(1),
  },
  (t) => [check("department_heads_department", oneOf(t.department, DEPARTMENTS))],
);

/** A user's notification settings; without a row the defaults apply. */
export const notificationSettings = pgTable(
  "notification_settings",
  {
    userId: integer()
      .primaryKey()
      .references(() => users.id),
    /** Categories shown in the app's notification centre without a message. */
    muted: text()
      .array()
      .$type<NotificationCategory[]>()
      .notNull()
      .default(sql`'{}'`),
    /** Categories whose messages wait until the morning digest. */
    inDigest: text()
      .array()
      .$type<NotificationCategory[]>()
      .notNull()
      .default(sql`'{}'`),
    quietFrom: time().notNull().default("22:00"),
    quietTo: time().notNull().default("07:00"),
    morningDigest: boolean().notNull().default(true),
    digestAt: time().notNull().default("07:15"),
    /** Whether `digestAt` counts; otherwise the morning card comes at the time of the user's role. */
    ownDigestTime: boolean().notNull().default(false),
    /** When the user wishes the evening request for facts; half an hour after the shift if null. */
    eveningAt: time(),
    daysOff: text().$type<DaysOff>().notNull().default("object"),
    version: integer().notNull().default(1),
  },
  (t) => [check("notification_settings_days_off", oneOf(t.daysOff, DAYS_OFF))],
);
