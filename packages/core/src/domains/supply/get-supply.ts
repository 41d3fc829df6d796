import { id, type SupplyCard } from "@stsphera/contracts";
import { z } from "zod";
import { inReach, notFound, query, reachParams } from "../../kernel/index.ts";
import { presentSupply } from "./present-supply.ts";
import { SUPPLY_CARD, type SupplyCardRow } from "./read-supply-card.ts";

const READABLE = `${SUPPLY_CARD} and ${inReach("$3", "$4")}`;

/** An order with its lines, promises, receipts, discrepancies, history and the actor's allowed actions. */
export const getSupply = query({
  name: "supply.get",
  permissions: ["supply.view"],
  input: z.strictObject({ orderId: id }),
  read: async (ctx, { orderId }): Promise<SupplyCard> => {
    const [row] = await ctx.db.read<SupplyCardRow>(READABLE, [
      ctx.now.toISOString(),
      orderId,
      ...reachParams(ctx.actor, "supply.view"),
    ]);
    if (row === undefined) throw notFound();
    return presentSupply(ctx, row);
  },
});
