import { listDictionaryQuery, type workTypePage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import type { z } from "zod";
import { forbidden, openCursor, query, toPage } from "../kernel/index.ts";

type WorkTypePage = z.infer<typeof workTypePage>;

const WORK_TYPES = `
  select w.id, w.code, w.name, w.unit, trim_scale(w.norm_hours)::text as "normHours",
    w.requires_photo as "requiresPhoto", w.work_group as "group", w.sort, w.version
  from work_types w
  where ($2::integer is null or (w.sort, w.id) > ($1::text::integer, $2::integer))
  order by w.sort, w.id
  limit $3`;

/** The dictionary of works in its order. */
export const listWorkTypes = query({
  name: "work_type.list",
  permissions: ["org.view"],
  input: listDictionaryQuery.omit({ objectId: true }),
  read: async (ctx, { limit, cursor }): Promise<WorkTypePage> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const from = openCursor(cursor, {});
    const rows = await ctx.db.read<WorkTypePage["items"][number]>(WORK_TYPES, [
      from?.value ?? null,
      from?.id ?? null,
      limit + 1,
    ]);
    return toPage(rows, limit, {}, (row) => String(row.sort));
  },
});
