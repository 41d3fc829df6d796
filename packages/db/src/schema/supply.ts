import type { DiscrepancyStatus, SupplyStatus, SupplyUnit } from "@stsphera/contracts/vocabulary";
import { DISCREPANCY_STATUSES, SUPPLY_STATUSES, SUPPLY_UNITS } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant, money, quantity } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

/** The dictionary of materials: the company's, or one object's own. */
export const materials = pgTable(
  "materials",
  {
    id: identity(),
    /** Null: of the whole company. */
    objectId: integer().references(() => objects.id),
    code: text().notNull(),
    name: text().notNull(),
    unit: text().$type<SupplyUnit>().notNull(),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("material_unit", oneOf(t.unit, SUPPLY_UNITS)),
    uniqueIndex("material_code").on(sql`coalesce(object_id, 0)`, sql`lower(code)`),
    index("materials_by_code").on(t.code, t.id),
  ],
);

/** What is to be bought for an object, from the request to the last receipt. */
export const supplyOrders = pgTable(
  "supply_orders",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    number: integer().notNull(),
    /** Its first line, for lists. */
    title: text().notNull(),
    status: text().$type<SupplyStatus>().notNull(),
    statusSince: instant().notNull(),
    requesterId: integer()
      .notNull()
      .references(() => users.id),
    needOn: date(),
    why: text(),
    amount: money(),
    /** The amount that was approved, and whether beyond the object's limit. */
    approvedAmount: money(),
    approvedAbove: boolean().notNull().default(false),
    supplier: text(),
    promisedOn: date(),
    /** Discrepancies that nobody has settled. */
    openDifferences: smallint().notNull().default(0),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("supply_status", oneOf(t.status, SUPPLY_STATUSES)),
    check("supply_number", sql`${t.number} > 0`),
    check("supply_amount", sql`${t.amount} >= 0`),
    check("supply_differences", sql`${t.openDifferences} >= 0`),
    unique("supply_number_of_object").on(t.objectId, t.number),
    index("supply_of_object").on(t.objectId, t.id),
    index("supply_open")
      .on(t.objectId, t.id)
      .where(sql`status not in ('delivered', 'rejected', 'cancelled')`),
    index("supply_promised")
      .on(t.promisedOn, t.id)
      .where(sql`status in ('ordered', 'shipped', 'partially_received')`),
  ],
);

/** A line of an order. Shipped is by the papers, less what the papers promised and did not come. */
export const supplyLines = pgTable(
  "supply_lines",
  {
    id: identity(),
    orderId: integer()
      .notNull()
      .references(() => supplyOrders.id),
    materialId: integer().references(() => materials.id),
    name: text().notNull(),
    unit: text().$type<SupplyUnit>().notNull(),
    quantity: quantity().notNull(),
    shipped: quantity().notNull().default("0"),
    received: quantity().notNull().default("0"),
    /** Missing, and not to come any more. */
    waived: quantity().notNull().default("0"),
  },
  (t) => [
    check("supply_line_unit", oneOf(t.unit, SUPPLY_UNITS)),
    check("supply_line_quantity", sql`${t.quantity} > 0`),
    check(
      "supply_line_flow",
      sql`${t.received} >= 0 and ${t.waived} >= 0 and ${t.received} <= ${t.shipped} and ${t.shipped} + ${t.waived} <= ${t.quantity}`,
    ),
    index("supply_lines_of_order").on(t.orderId, t.id),
    index("supply_lines_of_material").on(t.materialId, t.id),
  ],
);

/** Every day a supplier promised, with the reason of a change. */
export const supplyPromises = pgTable(
  "supply_promises",
  {
    id: identity(),
    orderId: integer()
      .notNull()
      .references(() => supplyOrders.id),
    promisedOn: date().notNull(),
    reason: text(),
    byId: integer()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [index("supply_promises_of_order").on(t.orderId, t.id)],
);

/** A receipt of an order: who counted what, and when. */
export const supplyReceipts = pgTable(
  "supply_receipts",
  {
    id: identity(),
    orderId: integer()
      .notNull()
      .references(() => supplyOrders.id),
    byId: integer()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [index("supply_receipts_of_order").on(t.orderId, t.id)],
);

export const supplyReceiptLines = pgTable(
  "supply_receipt_lines",
  {
    receiptId: integer()
      .notNull()
      .references(() => supplyReceipts.id),
    lineId: integer()
      .notNull()
      .references(() => supplyLines.id),
    papers: quantity().notNull(),
    counted: quantity().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.receiptId, t.lineId] }),
    check("supply_receipt_counted", sql`${t.counted} >= 0 and ${t.counted} <= ${t.papers}`),
  ],
);

/** What the papers of a receipt had and the truck had not, until it is settled. */
export const supplyDiscrepancies = pgTable(
  "supply_discrepancies",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    orderId: integer()
      .notNull()
      .references(() => supplyOrders.id),
    receiptId: integer()
      .notNull()
      .references(() => supplyReceipts.id),
    lineId: integer()
      .notNull()
      .references(() => supplyLines.id),
    quantity: quantity().notNull(),
    status: text().$type<DiscrepancyStatus>().notNull(),
    statusSince: instant().notNull(),
    reason: text(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("discrepancy_status", oneOf(t.status, DISCREPANCY_STATUSES)),
    check("discrepancy_quantity", sql`${t.quantity} > 0`),
    index("discrepancies_of_order").on(t.orderId, t.id),
  ],
);
