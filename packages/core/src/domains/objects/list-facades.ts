import { id, type ObjectStructure } from "@stsphera/contracts";
import { sees } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";

const partsOf = (table: "facades" | "floors", column: "facade_id" | "floor_id", own: string) => `
    (select coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, ${own} 'sort', p.sort,
        'version', p.version, 'cells', coalesce(c.cells, 0), 'hasFacts', coalesce(c.facts, false))
        order by p.sort, p.id), '[]')
      from ${table} p left join (
        select ${column} as part, count(*)::int as cells, bool_or(has_facts) as facts from cells group by ${column}
      ) c on c.part = p.id
      where p.object_id = $1)`;

const STRUCTURE = `
  with cells as materialized (
    select v.facade_id, v.floor_id,
      exists (select from daily_plan_fact f where f.floor_volume_id = v.id) as has_facts
    from floor_volumes v where v.object_id = $1
  )
  select o.version, ${partsOf("facades", "facade_id", "'name', p.name,")} as facades,
    ${partsOf("floors", "floor_id", "")} as floors
  from objects o where o.id = $1`;

/** Facades and floors of an object in order, and whether they can still be removed. */
export const listFacades = query({
  name: "object.facades",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectStructure> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const [row] = await ctx.db.read<ObjectStructure>(STRUCTURE, [objectId]);
    if (row === undefined) throw notFound();
    return row;
  },
});
