import { type GprCard, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";
import { GPR_CARD, type GprCardRow } from "./gpr-sql.ts";
import { presentGpr } from "./present-gpr.ts";

/** A version: its signers, what differs from the one before, the reader's rows and allowed actions. */
export const getGpr = query({
  name: "gpr.get",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id }),
  read: async (ctx, { gprId }): Promise<GprCard> => {
    const [row] = await ctx.db.read<GprCardRow>(GPR_CARD, [gprId]);
    if (row === undefined || !can(ctx.actor, "gpr.view", { objectId: row.objectId })) throw notFound();
    return presentGpr(ctx, row);
  },
});
