import { type DefectSummary, listAllDefectsQuery } from "@stsphera/contracts";
import { pagedQuery, withinReach } from "../../kernel/index.ts";
import { filterDefects } from "./filter-defects.ts";
import { presentSummary } from "./present-defect.ts";
import { type ListedDefect, selectDefects, WORST_FIRST } from "./select-defects.ts";

/** Defects of all objects of the reader: the worst first, then the oldest. */
export const listAllDefects = pagedQuery({
  name: "defect.all",
  permissions: ["defect.view"],
  input: listAllDefectsQuery,
  // Everybody may call this: defects of objects without the right are left out.
  authorize: () => undefined,
  sort: () => WORST_FIRST,
  select: selectDefects,
  where: (asked, ctx, { objectId, ...filters }) => [
    withinReach(asked, ctx.actor, "defect.view", "t.object_id"),
    objectId !== undefined && `t.object_id = ${asked(objectId, "integer")}`,
    ...filterDefects(asked, ctx, filters),
  ],
  present: (ctx, row: ListedDefect): DefectSummary => presentSummary(ctx, row),
});
