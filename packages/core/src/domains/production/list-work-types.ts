import { listDictionaryQuery, type workTypePage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import type { z } from "zod";
import { allOf, forbidden, listText, openCursor, type Position, query, toPage } from "../../kernel/index.ts";

type WorkTypePage = z.infer<typeof workTypePage>;

const listStatement = (from: Position | null, rows: number) =>
  listText(
    (asked) => `
  select w.id, w.code, w.name, w.unit, trim_scale(w.norm_hours)::text as "normHours",
    w.requires_photo as "requiresPhoto", w.work_group as "group", w.sort, w.version
  from work_types w
  where ${allOf(
    from !== null && `(w.sort, w.id) > (${asked(from.value, "text")}::integer, ${asked(from.id, "integer")})`,
  )}
  order by w.sort, w.id
  limit ${asked(rows, "integer")}`,
  );

/** The dictionary of works in its order. */
export const listWorkTypes = query({
  name: "work_type.list",
  permissions: ["org.view"],
  input: listDictionaryQuery.omit({ objectId: true }),
  read: async (ctx, { limit, cursor }): Promise<WorkTypePage> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const from = openCursor(cursor, {});
    const { text, params } = listStatement(from, limit + 1);
    const rows = await ctx.db.read<WorkTypePage["items"][number]>(text, params);
    return toPage(rows, limit, {}, (row) => String(row.sort));
  },
});
