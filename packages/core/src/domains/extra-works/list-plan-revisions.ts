import { id, listPlanRevisionsQuery, type PlanRevision } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, instantText, notFound, pagedQuery, personJson } from "../../kernel/index.ts";

/** Changes of the planned quantities of an object, newest first. */
export const listPlanRevisions = pagedQuery({
  name: "volume.revisions",
  permissions: ["extra.view"],
  input: z.strictObject({ objectId: id, ...listPlanRevisionsQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "extra.view", { objectId })) throw forbidden("extra.view");
  },
  sort: () => ({
    value: { sql: "r.created_at", type: "timestamptz", of: (row: PlanRevision) => row.createdAt },
    id: "r.id",
    descending: true,
  }),
  select: () => ({
    columns: `r.id, json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit) as "workType",
      r.facade, r.floor, trim_scale(r.old_qty)::text as "oldQty", trim_scale(r.new_qty)::text as "newQty", r.reason,
      r.document, r.extra_id as "extraId", ${personJson("r.author_id")} as author,
      ${instantText("r.created_at")} as "createdAt"`,
    from: "plan_revisions r join work_types w on w.id = r.work_type_id",
  }),
  where: (asked, _ctx, { objectId }) => [`r.object_id = ${asked(objectId, "integer")}`],
  present: (_ctx, row: PlanRevision) => row,
});
