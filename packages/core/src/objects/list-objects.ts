import { listObjectsQuery, type ObjectPage, type ObjectSummary } from "@stsphera/contracts";
import { can, type Role, rolesOn, seesEveryObject } from "@stsphera/rbac";
import { type Context, openCursor, query, toPage } from "../kernel/index.ts";
import { myObjectIds } from "./my-object-ids.ts";
import { ARCHIVE } from "./object-workflow.ts";
import { overdueTasks } from "./overdue-tasks.ts";
import { PROGRESS_PCT } from "./progress.ts";

type Row = Omit<ObjectSummary, "myRoles" | "overdueTasks"> & { overdueTasks: number };

/** $11 instant. Sums and counts are read for the rows of the page alone. */
const listText = (after: string, order: string) => `
  with o as materialized (
    select o.* from objects o
    where ($1::boolean or o.id = any($2::integer[]))
      and case when $5::text is null then (o.status = any($3::text[])) = $4::boolean else o.status = $5 end
      and ($6::text is null
        or position(lower($6 collate "ru-x-icu") in lower(concat_ws(' ', o.code, o.name, o.address) collate "ru-x-icu")) > 0)
      and ($10::text is null or $10 = any(o.facade_types))
      and ($8::integer is null or ${after})
    order by ${order}
    limit $9
  )
  select o.id, o.code, o.name, o.city, o.address, o.status, o.facade_types as "facadeTypes",
    o.deadline::text as deadline, ${PROGRESS_PCT} as "progressPct", o.version,
    ${overdueTasks("$11")} as "overdueTasks"
  from o left join object_sums s on s.object_id = o.id
  order by ${order}`;

const TEXTS = {
  name: listText(
    `(o.name collate "ru-x-icu", o.id) > ($7::text collate "ru-x-icu", $8::integer)`,
    `o.name collate "ru-x-icu", o.id`,
  ),
  deadline: listText(
    `(coalesce(o.deadline, 'infinity'), o.id) > (coalesce($7::text::date, 'infinity'), $8::integer)`,
    `coalesce(o.deadline, 'infinity'), o.id`,
  ),
} as const;

/** The objects that exist for the asker, page by page; the archive apart, unless a status is named. */
export const listObjects = query({
  name: "object.list",
  permissions: ["object.view"],
  input: listObjectsQuery,
  read: async (ctx: Context, { limit, cursor, ...filters }): Promise<ObjectPage> => {
    const from = openCursor(cursor, filters);
    const rows = await ctx.db.read<Row>(TEXTS[filters.sort], [
      filters.scope === "all" && seesEveryObject(ctx.actor),
      myObjectIds(ctx.actor),
      [...ARCHIVE],
      filters.archive,
      filters.status ?? null,
      filters.search || null,
      from?.value ?? null,
      from?.id ?? null,
      limit + 1,
      filters.facadeType ?? null,
      ctx.now.toISOString(),
    ]);
    const page = toPage(rows, limit, filters, (row) => (filters.sort === "name" ? row.name : row.deadline));
    const items = page.items.map(({ overdueTasks: overdue, ...row }) => ({
      ...row,
      ...(can(ctx.actor, "task.view", { objectId: row.id }) ? { overdueTasks: overdue } : {}),
      myRoles: rolesOn(ctx.actor, row.id) as Role[],
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
