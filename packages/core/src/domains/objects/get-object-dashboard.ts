import { id, type ObjectDashboard, type ObjectStatus } from "@stsphera/contracts";
import { can, mayHold, MEMBER_ROLES, sees } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, forbidden, notFound, personOf, query } from "../../kernel/index.ts";
import { peopleOf, reachOf } from "../../platform/decisions/index.ts";
import { CONFIRM_ENTRIES } from "./confirm-entries.ts";
import { seesConfirmedOnly } from "./counted-sums.ts";
import { presentDashboard } from "./present-dashboard.ts";
import { dashboardText, type DashboardRow } from "./read-object-dashboard.ts";

const CONFIRMING_ROLES = MEMBER_ROLES.filter((role) => mayHold(role, "fact.confirm", "installers_entries"));
const TAKES_FACTS: readonly ObjectStatus[] = ["active", "completing"];

/** Dashboard of one object: progress against plan, facades by floor, works, pace and forecast. */
export const getObjectDashboard = query({
  name: "object.dashboard",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectDashboard> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.view", { objectId })) throw forbidden("object.view");
    const dashboard = await readDashboard(ctx, objectId);
    if (dashboard === null) throw notFound();
    return dashboard;
  },
});

/** Reads the dashboard of an object the actor has access to; null when it does not exist. */
export async function readDashboard(ctx: Context, objectId: number): Promise<ObjectDashboard | null> {
  const target = { objectId };
  const actor = personOf(ctx);
  const confirmedOnly = seesConfirmedOnly(ctx.actor, objectId);
  const [row] = await ctx.db.read<DashboardRow>(dashboardText({ confirmedOnly }), [
    objectId,
    ctx.now.toISOString(),
    peopleOf(actor),
    reachOf(actor, CONFIRM_ENTRIES, [objectId]),
    CONFIRMING_ROLES,
  ]);
  if (row === undefined) return null;
  const dashboard = presentDashboard(actor, row);
  return {
    ...dashboard,
    ...(can(ctx.actor, "object.team", target) && TAKES_FACTS.includes(row.status)
      ? { nobodyConfirms: row.confirmers < 2 }
      : {}),
    ...(can(ctx.actor, "task.view", target) ? { tasks: row.tasks } : {}),
    ...(can(ctx.actor, "defect.view", target) ? { defects: row.defects } : {}),
    ...(can(ctx.actor, "supply.view", target) ? { deliveries: row.deliveries } : {}),
  };
}
