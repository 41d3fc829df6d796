import type { ExtraStage, ExtraStatus, Unit } from "@stsphera/contracts/vocabulary";
import { EXTRA_STAGES, EXTRA_STATUSES, UNITS } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant, money, quantity } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";
import { workTypes } from "./production.ts";

/** Work that the contract does not contain: the decision on it, and its way to the customer. */
export const extraWorks = pgTable(
  "extra_works",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    title: text().notNull(),
    quantity: quantity().notNull(),
    unit: text().$type<Unit>().notNull(),
    place: text().notNull(),
    orderedBy: text().notNull(),
    status: text().$type<ExtraStatus>().notNull(),
    statusSince: instant().notNull(),
    stage: text().$type<ExtraStage>().notNull(),
    stageSince: instant().notNull(),
    price: money(),
    /** By which it was made a volume. */
    document: text(),
    /** Where it was added to the plan; parts of an object may be removed, so these are no references. */
    facadeId: integer(),
    floorId: integer(),
    workTypeId: integer(),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("extra_work_status", oneOf(t.status, EXTRA_STATUSES)),
    check("extra_work_stage", oneOf(t.stage, EXTRA_STAGES)),
    check("extra_work_unit", oneOf(t.unit, UNITS)),
    check("extra_work_quantity", sql`${t.quantity} > 0 and ${t.quantity} < 1e9`),
    check("extra_work_price", sql`${t.price} >= 0`),
    check(
      "extra_work_volume",
      sql`num_nonnulls(${t.document}, ${t.facadeId}, ${t.floorId}, ${t.workTypeId}) = case ${t.status} when 'accepted' then 4 else 0 end`,
    ),
    index("extra_works_by_age").on(t.objectId, t.stageSince, t.id),
  ],
);

/** Steps of the way of an extra work to the customer; one that was taken back stays. */
export const extraWorkSteps = pgTable(
  "extra_work_steps",
  {
    id: identity(),
    extraId: integer()
      .notNull()
      .references(() => extraWorks.id),
    stage: text().$type<ExtraStage>().notNull(),
    document: text().notNull(),
    byId: integer()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [
    check("extra_work_step_stage", oneOf(t.stage, EXTRA_STAGES)),
    index("extra_work_steps_of").on(t.extraId, t.id),
  ],
);

/** Changes of planned quantities of a running object, with their reason and document. */
export const planRevisions = pgTable(
  "plan_revisions",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    /** Their codes: parts of an object may be removed. */
    facade: text().notNull(),
    floor: text().notNull(),
    workTypeId: integer()
      .notNull()
      .references(() => workTypes.id),
    /** Null where there was no cell. */
    oldQty: quantity(),
    /** Null where the cell was removed. */
    newQty: quantity(),
    reason: text(),
    document: text(),
    extraId: integer().references(() => extraWorks.id),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    check("plan_revision_changes", sql`${t.oldQty} is distinct from ${t.newQty}`),
    index("plan_revisions_of_object").on(t.objectId, t.createdAt, t.id),
  ],
);
