import { id, listFloorVolumesQuery, type FloorVolumePage } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, openCursor, query, toPage } from "../kernel/index.ts";

const input = z.strictObject({ objectId: id, ...listFloorVolumesQuery.shape });

/** Sort values are text, so that one cursor serves them all; ids break ties. */
const SORTS = {
  floor: "to_char(fl.sort + 1000, 'FM0000') || to_char(fa.sort, 'FM0000') || to_char(w.sort, 'FM000000')",
  planStart: "coalesce(v.plan_start::text, '9999-12-31')",
} as const;

const statement = (sort: keyof typeof SORTS) => `
  select v.id, ${SORTS[sort]} as "sortValue",
    json_build_object('id', fa.id, 'code', fa.code) as facade,
    json_build_object('id', fl.id, 'code', fl.code) as floor,
    json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit) as "workType",
    trim_scale(v.plan_qty)::text as "planQty", trim_scale(v.fact_qty)::text as "factQty",
    trim_scale(round(v.fact_qty * 100 / v.plan_qty, 1))::text as pct,
    trim_scale(greatest(v.plan_qty - v.fact_qty, 0))::text as remaining,
    v.plan_start::text as "planStart", v.plan_finish::text as "planFinish",
    to_char(v.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt", v.version
  from floor_volumes v
  join facades fa on fa.id = v.facade_id
  join floors fl on fl.id = v.floor_id
  join work_types w on w.id = v.work_type_id
  where v.object_id = $1
    and ($2::int is null or v.facade_id = $2)
    and ($3::int is null or v.work_type_id = $3)
    and (not $4::boolean or v.fact_qty < v.plan_qty)
    and ($5::text is null or (${SORTS[sort]}, v.id) > ($5, $6::int))
  order by 2, v.id
  limit $7`;

type Row = FloorVolumePage["items"][number] & { sortValue: string };

/** The cells of an object's grid, page by page. */
export const listFloorVolumes = query({
  name: "volume.list",
  permissions: ["fact.view"],
  input,
  read: async (ctx, { objectId, cursor, limit, ...filters }): Promise<FloorVolumePage> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
    const at = openCursor(cursor, { objectId, ...filters });
    const rows = await ctx.db.read<Row>(statement(filters.sort), [
      objectId,
      filters.facadeId ?? null,
      filters.workTypeId ?? null,
      filters.unfinished,
      at?.value ?? null,
      at?.id ?? null,
      limit + 1,
    ]);
    const page = toPage(rows, limit, { objectId, ...filters }, (row) => row.sortValue);
    return { ...page, items: page.items.map(({ sortValue: _sortValue, ...item }) => item) };
  },
});
