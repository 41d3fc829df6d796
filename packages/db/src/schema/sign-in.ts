import { SESSION_KINDS, type SessionKind } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { users } from "./people.ts";

/** A WebAuthn credential of a user: the public half of a key that never leaves the user's device. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: identity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    /** Base64url, as the browser names it. */
    credentialId: text().notNull().unique(),
    publicKey: text().notNull(),
    counter: bigint({ mode: "number" }).notNull(),
    transports: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    removedAt: instant(),
  },
  (t) => [index("passkeys_by_user").on(t.userId, t.id)],
);

/** A signed-in browser or Telegram client; its refresh tokens share the family. */
export const sessions = pgTable(
  "sessions",
  {
    id: identity(),
    family: uuid().notNull().unique(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    kind: text().$type<SessionKind>().notNull(),
    /** The browser and the system in words: `Chrome, Android`. */
    browser: text().notNull(),
    /** The network address of the sign-in. */
    address: text().notNull(),
    passkeyId: integer().references(() => passkeys.id),
    /** The admin whose link began the session. */
    givenBy: integer().references(() => users.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    check("sessions_kind", oneOf(t.kind, SESSION_KINDS)),
    check("sessions_given", sql`(${t.kind} = 'given') = (${t.givenBy} is not null)`),
    index("sessions_by_user").on(t.userId, t.id),
    index("sessions_by_expiry").on(t.expiresAt).concurrently(),
  ],
);

/** A link that signs its user in once; only a hash of its secret is stored. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    id: identity(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    tokenHash: text().notNull().unique(),
    /** The user themselves, or an admin. */
    madeBy: integer()
      .notNull()
      .references(() => users.id),
    reason: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index("sign_in_links_open")
      .on(t.userId)
      .where(sql`used_at is null and revoked_at is null`),
    index("sign_in_links_by_expiry").on(t.expiresAt).concurrently(),
    index("sign_in_links_given")
      .on(t.madeBy, t.usedAt)
      .where(sql`made_by <> user_id and used_at is not null`),
  ],
);

/** A WebAuthn challenge that waits for its answer; using it removes it. */
export const webauthnChallenges = pgTable(
  "webauthn_challenges",
  {
    challenge: text().primaryKey(),
    /** Who registers a passkey; null for a sign-in. */
    userId: integer().references(() => users.id),
    expiresAt: instant().notNull(),
  },
  (t) => [index("webauthn_challenges_by_age").on(t.expiresAt)],
);
