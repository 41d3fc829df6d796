import { type GprCard, id } from "@stsphera/contracts";
import { z } from "zod";
import { notFound, query, inReach, reachParams } from "../../kernel/index.ts";
import { GPR_CARD, type GprCardRow } from "./gpr-sql.ts";
import { presentGpr } from "./present-gpr.ts";

const READABLE = `${GPR_CARD} and ${inReach("$2", "$3")}`;

/** A version: its signers, what differs from the one before, the reader's rows and allowed actions. */
export const getGpr = query({
  name: "gpr.get",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id }),
  read: async (ctx, { gprId }): Promise<GprCard> => {
    const [row] = await ctx.db.read<GprCardRow>(READABLE, [gprId, ...reachParams(ctx.actor, "gpr.view")]);
    if (row === undefined) throw notFound();
    return presentGpr(ctx, row);
  },
});
