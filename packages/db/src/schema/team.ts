import type { DefectStatus } from "@stsphera/contracts/vocabulary";
import type { Role } from "@stsphera/rbac";
import { MEMBER_ROLES } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";
import { crews } from "./production.ts";

/** A defect that a member left, as it stood. */
export type LeftDefect = { id: number; status: DefectStatus; statusSince: string };

/** Who stands in for whom, from day to day inclusive; on all objects if none is named. */
export const delegations = pgTable(
  "delegations",
  {
    id: identity(),
    principalId: integer()
      .notNull()
      .references(() => users.id),
    deputyId: integer()
      .notNull()
      .references(() => users.id),
    objectId: integer().references(() => objects.id),
    fromDay: date().notNull(),
    toDay: date().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    endedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("delegations_days", sql`${t.fromDay} <= ${t.toDay}`),
    check("delegations_other", sql`${t.principalId} <> ${t.deputyId}`),
    index("delegations_by_deputy")
      .on(t.deputyId, t.toDay)
      .where(sql`ended_at is null`),
    index("delegations_by_principal").on(t.principalId, t.toDay),
  ],
);

/** When a user was last taken off a team: older links do not lead back. */
export const teamRemovals = pgTable(
  "team_removals",
  {
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    userId: integer()
      .notNull()
      .references(() => users.id),
    removedAt: instant().notNull(),
    /** The zones that were led, given back when the removal is taken back soon. */
    zoneIds: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Who was given the zones meanwhile; null: nobody. */
    zonesTo: integer(),
    /** The crews that were led, likewise. */
    crewIds: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The defects that were to be fixed, with their state and since when, likewise. */
    defects: jsonb().$type<LeftDefect[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.userId] })],
);

/** A link that adds users to an object in a role; revocable, with an expiry date and a number of uses. */
export const invitations = pgTable(
  "invitations",
  {
    id: identity(),
    /** The code in the link. */
    code: text().notNull().unique(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    role: text().$type<Role>().notNull(),
    crewId: integer().references(() => crews.id),
    maxUses: smallint().notNull(),
    uses: smallint().notNull().default(0),
    expiresAt: instant().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    revokedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("invitations_role", oneOf(t.role, MEMBER_ROLES)),
    check("invitations_uses", sql`${t.uses} between 0 and ${t.maxUses}`),
    index("invitations_by_object").on(t.objectId, t.id),
  ],
);

export const invitationUses = pgTable(
  "invitation_uses",
  {
    invitationId: integer()
      .notNull()
      .references(() => invitations.id),
    userId: integer()
      .notNull()
      .references(() => users.id),
    usedAt: instant().notNull(),
    /** When the user became a member by it; null while an admin has not decided. */
    joinedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.invitationId, t.userId] }), index("invitation_uses_by_user").on(t.userId)],
);

/** An object prepared step by step; completed once, in one transaction. */
export const objectDrafts = pgTable(
  "object_drafts",
  {
    id: identity(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    step: smallint().notNull().default(1),
    data: jsonb().notNull(),
    objectId: integer().references(() => objects.id),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index("object_drafts_by_person").on(t.createdBy, t.id)],
);
