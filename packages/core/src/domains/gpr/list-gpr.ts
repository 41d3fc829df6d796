import { type GprSummary, id, listGprQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, pagedQuery, withinReach } from "../../kernel/index.ts";
import { GPR_COLUMNS } from "./gpr-sql.ts";

const SELECTION = { columns: GPR_COLUMNS, from: "gpr_versions t join objects o on o.id = t.object_id" };

/** Versions of an object's schedule, the newest first. */
export const listGpr = pagedQuery({
  name: "gpr.list",
  permissions: ["gpr.view"],
  input: z.strictObject({ objectId: id, ...listGprQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "gpr.view", { objectId })) throw forbidden("gpr.view");
  },
  sort: () => ({
    value: { sql: "t.number", type: "integer", of: (row: GprSummary) => String(row.number) },
    id: "t.id",
    descending: true,
  }),
  select: () => SELECTION,
  where: (asked, _ctx, { objectId }) => [`t.object_id = ${asked(objectId, "integer")}`],
  present: (_ctx, row: GprSummary): GprSummary => row,
});

/** Versions in force, being made or being signed, of all objects of the reader. */
export const listMyGpr = pagedQuery({
  name: "gpr.mine",
  permissions: ["gpr.view"],
  input: listGprQuery,
  // Everybody may call this: objects without the right are left out.
  authorize: () => undefined,
  sort: () => ({ id: "t.id", descending: true }),
  select: () => SELECTION,
  where: (asked, ctx) => ["t.status <> 'archived'", withinReach(asked, ctx.actor, "gpr.view", "t.object_id")],
  present: (_ctx, row: GprSummary): GprSummary => row,
});
