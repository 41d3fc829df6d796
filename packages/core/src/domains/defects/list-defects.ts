import { type DefectSummary, id, listDefectsQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, pagedQuery } from "../../kernel/index.ts";
import { filterDefects } from "./filter-defects.ts";
import { presentSummary } from "./present-defect.ts";
import { type ListedDefect, selectDefects, WORST_FIRST } from "./select-defects.ts";

/** Defects of an object: the worst first, then the oldest. */
export const listDefects = pagedQuery({
  name: "defect.list",
  permissions: ["defect.view"],
  input: z.strictObject({ objectId: id, ...listDefectsQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "defect.view", { objectId })) throw forbidden("defect.view");
  },
  sort: () => WORST_FIRST,
  select: selectDefects,
  where: (asked, ctx, { objectId, facadeId, floorId, ...filters }) => [
    `t.object_id = ${asked(objectId, "integer")}`,
    facadeId !== undefined && `t.facade_id = ${asked(facadeId, "integer")}`,
    floorId !== undefined && `t.floor_id = ${asked(floorId, "integer")}`,
    ...filterDefects(asked, ctx, filters),
  ],
  present: (ctx, row: ListedDefect): DefectSummary => presentSummary(ctx, row),
});
