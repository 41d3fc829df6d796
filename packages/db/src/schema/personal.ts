import { CONSENT_WAYS, type ConsentWay, LOCALES, type Locale } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { auditLog } from "./kernel.ts";
import { users } from "./people.ts";

/**
 * Personal values of audit rows, kept apart from the rows: the chain of hashes never covers them, so that an erasure can
 * remove them and the log still verifies. The row itself holds a mark in their place.
 */
export const auditPersonal = pgTable(
  "audit_personal",
  {
    auditId: bigint({ mode: "number" })
      .notNull()
      .references(() => auditLog.id),
    side: text().$type<"before" | "after">().notNull(),
    field: text().notNull(),
    /** Whose value it is; null where it is nobody's account. */
    userId: integer().references(() => users.id),
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.auditId, t.side, t.field] }),
    check("audit_personal_side", oneOf(t.side, ["before", "after"])),
    index("audit_personal_by_user").on(t.userId),
    index("audit_personal_by_words").using("gin", sql`to_tsvector('russian', ${t.value})`),
  ],
);

/** Texts that people agreed to, word for word; a changed text is a new row. */
export const consentTexts = pgTable(
  "consent_texts",
  {
    id: identity(),
    /** SHA-256 of the text, as hex. */
    hash: text().notNull().unique(),
    locale: text().$type<Locale>().notNull(),
    text: text().notNull(),
    firstUsedAt: instant().notNull(),
  },
  (t) => [check("consent_texts_locale", oneOf(t.locale, LOCALES))],
);

/** A person's agreement to the processing of their data: to which text, when, in which way, and when it was withdrawn. */
export const consents = pgTable(
  "consents",
  {
    id: identity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    /** Null for an agreement of the time before texts were kept. */
    textId: integer().references(() => consentTexts.id),
    way: text().$type<ConsentWay>().notNull(),
    givenAt: instant().notNull(),
    withdrawnAt: instant(),
    /** When the person last asked for the erasure of their data. */
    erasureAskedAt: instant(),
  },
  (t) => [
    check("consents_way", oneOf(t.way, CONSENT_WAYS)),
    check("consents_text", sql`(${t.textId} is null) = (${t.way} = 'unrecorded')`),
    index("consents_by_user").on(t.userId, t.id),
  ],
);
