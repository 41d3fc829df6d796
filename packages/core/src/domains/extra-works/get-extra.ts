import { type ExtraCard, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";
import { EXTRA_CARD, type ExtraCardRow } from "./read-extra-card.ts";
import { presentExtra } from "./present-extra.ts";

/** An extra work with its way to the customer and the actor's allowed actions. */
export const getExtra = query({
  name: "extra.get",
  permissions: ["extra.view"],
  input: z.strictObject({ extraId: id }),
  read: async (ctx, { extraId }): Promise<ExtraCard> => {
    const [row] = await ctx.db.read<ExtraCardRow>(EXTRA_CARD, [ctx.now.toISOString(), extraId]);
    if (row === undefined || !can(ctx.actor, "extra.view", { objectId: row.objectId })) throw notFound();
    return presentExtra(ctx, row);
  },
});
