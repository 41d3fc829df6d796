import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant } from "./columns.ts";
import { facades, floors, objects } from "./objects.ts";
import { users } from "./people.ts";
import { crews } from "./production.ts";

/** A part of a facade, from one floor to another in the order of floors, with its foreman. */
export const zones = pgTable(
  "zones",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    name: text().notNull(),
    facadeId: integer().notNull(),
    fromFloorId: integer().notNull(),
    toFloorId: integer().notNull(),
    axes: text(),
    foremanId: integer().references(() => users.id),
    /** Null while it has a foreman. */
    withoutForemanSince: instant(),
    /** Since when its foreman leads it, after another or nobody did; null: since it was marked out. */
    ledSince: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique("zones_name").on(t.objectId, t.name),
    foreignKey({ columns: [t.objectId, t.facadeId], foreignColumns: [facades.objectId, facades.id] }),
    foreignKey({ columns: [t.objectId, t.fromFloorId], foreignColumns: [floors.objectId, floors.id] }),
    foreignKey({ columns: [t.objectId, t.toFloorId], foreignColumns: [floors.objectId, floors.id] }),
    index("zones_by_foreman").on(t.foremanId, t.objectId),
  ],
);

/** Which user works in which crew, from when to when; in one crew of an object at a time. */
export const crewMembers = pgTable(
  "crew_members",
  {
    id: identity(),
    crewId: integer()
      .notNull()
      .references(() => crews.id),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    userId: integer()
      .notNull()
      .references(() => users.id),
    since: instant().notNull(),
    until: instant(),
  },
  (t) => [
    uniqueIndex("crew_members_one_crew")
      .on(t.objectId, t.userId)
      .where(sql`until is null`),
    index("crew_members_by_crew")
      .on(t.crewId, t.userId)
      .where(sql`until is null`),
    index("crew_members_by_user")
      .on(t.userId)
      .where(sql`until is null`),
  ],
);
