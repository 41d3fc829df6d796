import { listWorkTypesQuery, type workTypePage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import type { z } from "zod";
import { forbidden, pagedQuery, textHas } from "../../kernel/index.ts";

type WorkTypeRow = z.infer<typeof workTypePage>["items"][number];

/** The work types in their order. */
export const listWorkTypes = pagedQuery({
  name: "work_type.list",
  permissions: ["org.view"],
  input: listWorkTypesQuery,
  authorize: ({ actor }) => {
    if (!can(actor, "org.view")) throw forbidden("org.view");
  },
  sort: () => ({
    value: { sql: "w.sort", type: "integer", of: (row: WorkTypeRow) => String(row.sort) },
    id: "w.id",
  }),
  select: () => ({
    columns: `w.id, w.code, w.name, w.unit, trim_scale(w.norm_hours)::text as "normHours",
    w.requires_photo as "requiresPhoto", w.work_group as "group", w.sort, w.version`,
    from: "work_types w",
  }),
  where: (asked, _ctx, { search }) => [
    search !== undefined && search !== "" && textHas("concat_ws(' ', w.code, w.name)", asked(search, "text")),
  ],
  present: (_ctx, row: WorkTypeRow) => row,
});
