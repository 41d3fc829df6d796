import { type FacadeMap, facadeMapQuery, id } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";

const STATEMENT = `
  select fa.id, fa.code, fa.name,
    coalesce((select json_agg(json_build_object('id', fl.id, 'code', fl.code,
        'plan', trim_scale(x.plan)::text, 'fact', trim_scale(x.fact)::text, 'accepted', '0', 'defects', 0)
        order by fl.sort)
      from (select v.floor_id, sum(v.plan_qty) as plan, sum(v.fact_qty) as fact from floor_volumes v
        where v.object_id = $1 and v.facade_id = fa.id
          and v.work_type_id = coalesce($2::int,
            (select w.id from work_types w where w.work_group = 'module' order by w.sort limit 1))
        group by v.floor_id) x
      join floors fl on fl.id = x.floor_id), '[]') as floors
  from facades fa where fa.object_id = $1 order by fa.sort, fa.id`;

/** Floors × facades of one work type (modules by default), from the ground up. */
export const getFacadeMap = query({
  name: "object.facade_map",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...facadeMapQuery.shape }),
  read: async (ctx, { objectId, workTypeId }): Promise<FacadeMap> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
    const facades = await ctx.db.read<FacadeMap["facades"][number]>(STATEMENT, [
      objectId,
      workTypeId ?? null,
    ]);
    return { facades };
  },
});
