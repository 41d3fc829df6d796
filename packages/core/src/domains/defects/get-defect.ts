import { type DefectCard, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";
import { presentDefect } from "./present-defect.ts";
import { DEFECT_CARD, type DefectCardRow } from "./read-defect-card.ts";

/** A defect with its photos, history and the actor's allowed actions. */
export const getDefect = query({
  name: "defect.get",
  permissions: ["defect.view"],
  input: z.strictObject({ defectId: id }),
  read: async (ctx, { defectId }): Promise<DefectCard> => {
    const [row] = await ctx.db.read<DefectCardRow>(DEFECT_CARD, [ctx.now.toISOString(), defectId]);
    if (row === undefined || !can(ctx.actor, "defect.view", { objectId: row.objectId })) throw notFound();
    return presentDefect(ctx, row);
  },
});
