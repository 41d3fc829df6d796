import { type AttachmentRules, type Sight, thingRule } from "../../platform/attachments/index.ts";

export const supplySight = (objectId: number | null): Sight => ({ objectId, permission: "supply.view" });

/** Photos and papers of an order, and those of each receipt, which are shown with their order. */
export const supplyAttachments = {
  supply: thingRule(`select id, object_id as "objectId" from supply_orders where id = $1`, {
    kind: "supply",
    sightOf: supplySight,
  }),
  supply_receipt: thingRule(
    `select t.id, t.object_id as "objectId" from supply_receipts r join supply_orders t on t.id = r.order_id
      where r.id = $1`,
    { kind: "supply", sightOf: supplySight },
  ),
} as const satisfies AttachmentRules;
