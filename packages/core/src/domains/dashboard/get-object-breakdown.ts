import { id, type ObjectBreakdown } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";
import { readDashboard, seesConfirmedOnly } from "../objects/index.ts";
import { presentBreakdown } from "./present-breakdown.ts";
import { breakdownText, type BreakdownRow } from "./read-breakdown.ts";

/**
 * What the numbers of an object are made of: weights of its works, the deviation by work and facade, and for the
 * forecast the pace, the shifts left and the late tasks behind it.
 */
export const getObjectBreakdown = query({
  name: "object.breakdown",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectBreakdown> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const target = { objectId };
    if (!can(ctx.actor, "object.view", target)) throw forbidden("object.view");
    const confirmedOnly = seesConfirmedOnly(ctx.actor, objectId);
    const tasks = can(ctx.actor, "task.view", target);
    const dashboard = await readDashboard(ctx, objectId);
    const params = [objectId, ctx.now.toISOString(), tasks];
    const [row] = await ctx.db.read<BreakdownRow>(breakdownText({ confirmedOnly }), params);
    if (dashboard === null || row === undefined) throw notFound();
    return presentBreakdown(dashboard, row, tasks);
  },
});
