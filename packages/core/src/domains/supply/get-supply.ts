import { id, type SupplyCard } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";
import { presentSupply } from "./present-supply.ts";
import { SUPPLY_CARD, type SupplyCardRow } from "./read-supply-card.ts";

/** An order with its lines, promises, receipts, discrepancies, history and the actor's allowed actions. */
export const getSupply = query({
  name: "supply.get",
  permissions: ["supply.view"],
  input: z.strictObject({ orderId: id }),
  read: async (ctx, { orderId }): Promise<SupplyCard> => {
    const [row] = await ctx.db.read<SupplyCardRow>(SUPPLY_CARD, [ctx.now.toISOString(), orderId]);
    if (row === undefined || !can(ctx.actor, "supply.view", { objectId: row.objectId })) throw notFound();
    return presentSupply(ctx, row);
  },
});
