import { z } from "zod";
import {
  day,
  id,
  moneyInput,
  quantityInput,
  reason,
  shortLine,
  singleLine,
  title,
  version,
} from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { supplyUnit } from "./materials.ts";
import {
  DISCREPANCY_STATUSES,
  type DiscrepancyMove,
  SUPPLY_STATUSES,
  type SupplyMove,
} from "./vocabulary.ts";

const MAX_LINES = 100;
const fileIds = z.array(id).max(20);
/** Goods are received by their waybill. */
const waybill = z
  .array(id, { error: ({ input }) => (input === undefined ? "supply_waybill_required" : undefined) })
  .min(1, { error: "supply_waybill_required" })
  .max(20);

/** What is ordered: a material of the dictionary, or words, which find one by its name or code. */
const line = {
  title: title.meta({ description: "In words; a known name or code names the material" }),
  materialId: id.optional(),
  unit: supplyUnit.optional().meta({ description: "By default that of the material, else pieces" }),
  quantity: quantityInput,
};
export const supplyLineInput = z.strictObject(line).meta({ id: "SupplyLineInput" });
const lines = z.array(supplyLineInput).min(1).max(MAX_LINES);

const needOn = day.meta({ description: "When it is needed; a day of the object, today or later" });
const why = singleLine(1000).meta({
  description: "What it is for",
  example: "на складе 22 шт, на 1,5 смены",
});
const amount = moneyInput.meta({ description: "Roubles, as far as known" });
const promisedOn = day.meta({ description: "When the supplier promised it" });

export const requestSupplyInput = z
  .strictObject({
    ...line,
    more: z
      .array(supplyLineInput)
      .max(MAX_LINES - 1)
      .default([])
      .meta({ description: "Further lines" }),
    needOn: needOn.optional(),
    why: why.optional(),
    amount: amount.optional(),
    status: z
      .enum(["requested", "draft"])
      .default("requested")
      .meta({ description: "A draft is sent later" }),
    fileIds: fileIds.default([]),
  })
  .meta({ id: "RequestSupply" });

/** Part of an order: all that is left unless lines are named, or a quantity of the one line. */
const part = {
  lineId: id.optional().meta({ description: "The line that `quantity` counts; the only one by default" }),
  quantity: quantityInput.optional(),
  lines: z
    .array(z.strictObject({ lineId: id, quantity: z.union([z.literal("0"), quantityInput]) }))
    .min(1)
    .max(MAX_LINES)
    .optional()
    .meta({ description: "Several lines at once" }),
};

/** Input of each move of an order. */
export const supplyTransitionInput = transitionInput("SupplyTransition", {
  states: SUPPLY_STATUSES,
  moves: {
    submit: {},
    approve: {},
    reject: { reason },
    revise: {},
    order: { supplier: shortLine(2, 120), promisedOn, amount: amount.optional() },
    ship: part,
    receive: { ...part, fileIds: waybill },
    cancel: { reason },
  } satisfies Record<SupplyMove, z.ZodRawShape>,
  common: {
    overrideReason: reason.optional().meta({ description: "An administrator overrides who may do it" }),
  },
});

export const receiveSupplyInput = z
  .strictObject({ version, ...part, fileIds: waybill })
  .meta({ id: "ReceiveSupply" });

/** Fields that may be changed until it is approved; lines in a draft alone. Null clears one. */
export const updateSupplyInput = z
  .strictObject({
    version,
    needOn: needOn.nullable().optional(),
    why: why.nullable().optional(),
    amount: amount.nullable().optional(),
    lines: lines.optional().meta({ description: "Replaces all lines of a draft" }),
  })
  .meta({ id: "UpdateSupply" });

export const addSupplyLineInput = z.strictObject({ version, ...line }).meta({ id: "AddSupplyLine" });
export const dropSupplyLineInput = z.strictObject({ version, lineId: id }).meta({ id: "DropSupplyLine" });
export const promiseSupplyInput = z
  .strictObject({ version, promisedOn, reason })
  .meta({ id: "PromiseSupply" });
export const attachSupplyInput = z
  .strictObject({ fileIds: z.array(id).min(1).max(20) })
  .meta({ id: "AttachSupplyFiles" });

/** Input of each move of a discrepancy. */
export const discrepancyTransitionInput = transitionInput("DiscrepancyTransition", {
  states: DISCREPANCY_STATUSES,
  moves: {
    agree: { reason },
    writeoff: { reason },
    claim: { reason },
    came: {},
    close: { reason },
  } satisfies Record<DiscrepancyMove, z.ZodRawShape>,
  common: {},
});
