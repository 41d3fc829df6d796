import { type DefectTotals, id } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";
import { OPEN_DEFECT } from "../objects/index.ts";
import { OVERDUE } from "./defect-sql.ts";
import { isObserver } from "./is-observer.ts";

const MOST = 20;
const TOTALS = `
  with mine as (
    select t.*, ${OPEN_DEFECT} as open, coalesce(${OVERDUE}, false) as late, m.fixed, m.reopened
    from defects t join objects o on o.id = t.object_id
    cross join lateral (
      select coalesce(bool_or(m.move = 'fix'), false) as fixed, coalesce(bool_or(m.move = 'reopen'), false) as reopened
      from entity_moves m where m.entity_type = 'defect' and m.entity_id = t.id and m.undone_at is null) m
    where t.object_id = $2 and t.status <> 'cancelled'
  ), rates as (
    select c.lead as crew, w.name as work, count(*)::int as total, count(*) filter (where fixed)::int as fixed,
      count(*) filter (where reopened)::int as reopened
    from mine t left join crews c on c.id = t.crew_id left join work_types w on w.id = t.work_type_id
    group by c.id, w.id
    order by reopened desc, total desc, crew, work limit ${MOST}
  )
  select exists (select from objects where id = $2) as known, count(*) filter (where open)::int as open, count(*) filter (where open and severity = 'critical')::int as critical,
    count(*) filter (where late)::int as overdue,
    (select coalesce(json_agg(r), '[]') from rates r) as repeats
  from mine`;

/** Counts of an object's defects; by crew and work how often what was fixed had to be fixed again. */
export const getDefectTotals = query({
  name: "defect.totals",
  permissions: ["defect.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<DefectTotals> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "defect.view", { objectId })) throw forbidden("defect.view");
    const [row] = await ctx.db.read<DefectTotals & { known: boolean }>(TOTALS, [
      ctx.now.toISOString(),
      objectId,
    ]);
    // An administrator sees every object: one that is not there, too.
    if (row?.known !== true) throw notFound();
    const { known: _known, ...totals } = row;
    return isObserver(ctx.actor, objectId) ? { ...totals, repeats: [] } : totals;
  },
});
