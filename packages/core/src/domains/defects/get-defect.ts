import { type DefectCard, id } from "@stsphera/contracts";
import { z } from "zod";
import { inReach, notFound, query, reachParams } from "../../kernel/index.ts";
import { presentDefect } from "./present-defect.ts";
import { DEFECT_CARD, type DefectCardRow } from "./read-defect-card.ts";

const READABLE = `${DEFECT_CARD} and ${inReach("$3", "$4")}`;

/** A defect with its photos, history and the actor's allowed actions. */
export const getDefect = query({
  name: "defect.get",
  permissions: ["defect.view"],
  input: z.strictObject({ defectId: id }),
  read: async (ctx, { defectId }): Promise<DefectCard> => {
    const [row] = await ctx.db.read<DefectCardRow>(READABLE, [
      ctx.now.toISOString(),
      defectId,
      ...reachParams(ctx.actor, "defect.view"),
    ]);
    if (row === undefined) throw notFound();
    return presentDefect(ctx, row);
  },
});
