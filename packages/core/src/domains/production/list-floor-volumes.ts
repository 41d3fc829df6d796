import { id, listFloorVolumesQuery, type FloorVolumePage } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { type CountedSums, sumsFor } from "../objects/index.ts";
import { forbidden, instantText, notFound, openCursor, query, toPage } from "../../kernel/index.ts";

const input = z.strictObject({ objectId: id, ...listFloorVolumesQuery.shape });

/** Sort values as text, so that one cursor format serves all sort orders; ids break ties. */
const SORTS = {
  floor: "to_char(fl.sort + 1000, 'FM0000') || to_char(fa.sort, 'FM0000') || to_char(w.sort, 'FM000000')",
  planStart: "coalesce(v.plan_start::text, '9999-12-31')",
} as const;

/**
 * JSON and texts are built only for the rows of the page. An unused filter is written as `case`: for `or` PostgreSQL
 * would estimate one row and choose a nested loop.
 */
const statement = (sort: keyof typeof SORTS, { fact }: CountedSums) => `
  select p.id, p."sortValue",
    json_build_object('id', p.facade_id, 'code', p.facade) as facade,
    json_build_object('id', p.floor_id, 'code', p.floor) as floor,
    json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit) as "workType",
    trim_scale(p.plan_qty)::text as "planQty", trim_scale(p.${fact})::text as "factQty",
    trim_scale(round(p.${fact} * 100 / p.plan_qty, 1))::text as pct,
    trim_scale(greatest(p.plan_qty - p.${fact}, 0))::text as remaining,
    p.plan_start::text as "planStart", p.plan_finish::text as "planFinish",
    ${instantText("p.updated_at")} as "updatedAt", p.version
  from (
    select v.*, fa.code as facade, fl.code as floor, ${SORTS[sort]} as "sortValue"
    from floor_volumes v
    join facades fa on fa.id = v.facade_id
    join floors fl on fl.id = v.floor_id and fl.object_id = $1
    join work_types w on w.id = v.work_type_id
    where v.object_id = $1
      and case when $2::int is null then true else v.facade_id = $2 end
      and case when $3::int is null then true else v.work_type_id = $3 end
      and case when $4::boolean then v.${fact} < v.plan_qty else true end
      and case when $8::int is null then true else v.floor_id = $8 end
      and case when $5::text is null then true else (${SORTS[sort]}, v.id) > ($5, $6::int) end
    order by "sortValue", v.id
    limit $7
  ) p
  join work_types w on w.id = p.work_type_id
  order by p."sortValue", p.id`;

type Row = FloorVolumePage["items"][number] & { sortValue: string };

/** The cells of an object's grid, page by page. */
export const listFloorVolumes = query({
  name: "volume.list",
  permissions: ["fact.view"],
  input,
  read: async (ctx, { objectId, cursor, limit, ...filters }): Promise<FloorVolumePage> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
    const listing = { list: "volume.list", objectId, ...filters };
    const at = openCursor(cursor, listing);
    const rows = await ctx.db.read<Row>(statement(filters.sort, sumsFor(ctx.actor, objectId)), [
      objectId,
      filters.facadeId ?? null,
      filters.workTypeId ?? null,
      filters.unfinished,
      at?.value ?? null,
      at?.id ?? null,
      limit + 1,
      filters.floorId ?? null,
    ]);
    const page = toPage(rows, limit, listing, (row) => row.sortValue);
    return { ...page, items: page.items.map(({ sortValue: _sortValue, ...item }) => item) };
  },
});
