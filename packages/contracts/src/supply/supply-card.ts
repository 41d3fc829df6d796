import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, decimal, id, instant, title, version } from "../shared/scalars.ts";
import { moveRecord } from "../shared/transition.ts";
import { supplyUnit } from "./materials.ts";
import {
  DISCREPANCY_MOVES,
  DISCREPANCY_STATUSES,
  SUPPLY_ACTIONS,
  SUPPLY_MOVES,
  SUPPLY_STATUSES,
} from "./vocabulary.ts";

const amount = decimal
  .nullable()
  .meta({ description: "Roubles; null without one, or without the right to money" });

export const supplySummary = z
  .object({
    id,
    objectId: id,
    objectName: z.string(),
    number: z.int().meta({ description: "Counted per object" }),
    title: title.meta({ description: "Its first line" }),
    quantity: decimal.meta({ description: "Of its first line" }),
    unit: supplyUnit,
    lineCount: z.int(),
    status: z.enum(SUPPLY_STATUSES),
    stateDays: z.int().meta({ description: "Days of the object since it came into its state" }),
    amount,
    needOn: day.nullable(),
    supplier: z.string().nullable(),
    promisedOn: day.nullable(),
    lateDays: z
      .int()
      .meta({ description: "Derived: days past the promised one while not all has come; 0 otherwise" }),
    requester: person,
    createdAt: instant,
    version,
  })
  .meta({ id: "SupplySummary" });
export type SupplySummary = z.infer<typeof supplySummary>;

const file = z.object({
  id,
  name: z.string(),
  purpose: z.enum(["photo", "document"]),
  status: z.string(),
  url: z.string().nullable(),
  thumbUrl: z.string().nullable(),
});
export type SupplyFile = z.infer<typeof file>;

export const supplyLine = z
  .object({
    id,
    materialId: id.nullable(),
    code: z.string().nullable(),
    name: z.string(),
    unit: supplyUnit,
    quantity: decimal,
    shipped: decimal,
    received: decimal,
    waived: decimal.meta({ description: "Missing, and not to come any more" }),
    rest: decimal.meta({ description: "Not shipped yet" }),
    onWay: decimal.meta({ description: "Shipped and not received yet" }),
  })
  .meta({ id: "SupplyLine" });
export type SupplyLine = z.infer<typeof supplyLine>;

const discrepancy = z
  .object({
    id,
    lineId: id,
    name: z.string(),
    unit: supplyUnit,
    quantity: decimal.meta({ description: "Missing against the papers" }),
    status: z.enum(DISCREPANCY_STATUSES),
    reason: z.string().nullable(),
    createdAt: instant,
    version,
  })
  .meta({ id: "Discrepancy" });
export type Discrepancy = z.infer<typeof discrepancy>;

export const supplyCard = supplySummary
  .extend({
    why: z.string().nullable(),
    aboveLimit: z.boolean().meta({ description: "The director approves; false without the right to money" }),
    lines: z.array(supplyLine),
    promises: z
      .array(z.object({ promisedOn: day, reason: z.string().nullable(), by: person, at: instant }))
      .meta({ description: "Every promised day, the first first" }),
    receipts: z
      .array(
        z.object({
          id,
          by: person,
          at: instant,
          undoneAt: instant.nullable(),
          lines: z.array(z.object({ name: z.string(), unit: supplyUnit, papers: decimal, counted: decimal })),
          files: z.array(file),
        }),
      )
      .meta({ description: "The newest first, at most 20" }),
    discrepancies: z.array(discrepancy),
    twins: z
      .array(
        z.object({
          id,
          number: z.int(),
          status: z.enum(SUPPLY_STATUSES),
          quantity: decimal,
          unit: supplyUnit,
        }),
      )
      .meta({ description: "Other running orders of the object for the same; while it is not approved" }),
    files: z.array(file),
    moves: z.array(moveRecord(SUPPLY_MOVES, SUPPLY_STATUSES)),
    can: z.object({
      actions: z.array(z.enum(SUPPLY_ACTIONS)),
      undoUntil: instant.nullable(),
      discrepancy: z
        .object({ id, version, actions: z.array(z.enum(DISCREPANCY_MOVES)) })
        .nullable()
        .meta({ description: "The first one that the reader may settle" }),
    }),
  })
  .meta({ id: "SupplyCard" });
export type SupplyCard = z.infer<typeof supplyCard>;

export const supplyCreated = z
  .object({ id, status: z.enum(SUPPLY_STATUSES), version })
  .meta({ id: "SupplyRequested" });

const listed = {
  state: z.enum(["open", "coming", "finished", "all"]).default("open").meta({
    description: "Open: neither delivered, rejected nor cancelled. Coming: ordered and not all here",
  }),
  requester: z.literal("me").optional(),
  late: z.stringbool().optional(),
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: "In the number, the lines and the supplier" }),
};

export const listSupplyQuery = z.strictObject({ ...pageQuery, ...listed });
/** Orders of all objects of the reader. */
export const listAllSupplyQuery = z.strictObject({
  ...pageQuery,
  ...listed,
  objectId: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});
export const supplyPage = pageOf(supplySummary).meta({ id: "SupplyPage" });
export type SupplyPage = z.infer<typeof supplyPage>;
