import { z } from "zod";
import { instantText, personOf, query } from "../../kernel/index.ts";
import { ARCHIVE } from "../objects/index.ts";

export type RecentEntry = {
  id: number;
  objectId: number;
  objectName: string;
  workName: string;
  workCode: string;
  facade: string;
  floor: string;
  quantity: string;
  unit: string;
  status: string;
  createdAt: string;
  version: number;
};

const STATEMENT = `
  select e.id, e.object_id as "objectId", o.name as "objectName", w.name as "workName", w.code as "workCode",
    fa.code as facade, fl.code as floor, trim_scale(e.quantity)::text as quantity, w.unit, e.status, e.version,
    ${instantText("e.created_at")} as "createdAt"
  from daily_plan_fact e
  join objects o on o.id = e.object_id
  join floor_volumes v on v.id = e.floor_volume_id
  join facades fa on fa.id = e.facade_id
  join floors fl on fl.id = v.floor_id
  join work_types w on w.id = e.work_type_id
  where e.author_id = $1 and e.kind = 'work' and o.status <> all ($5::text[]) and e.created_at > $2::timestamptz - make_interval(hours => $3::int)
    and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
  order by e.id desc
  limit $4`;

/** The actor's newest live entries on objects that go on: candidates for photos sent without a text. */
export const recentEntries = query({
  name: "fact.recent",
  permissions: ["fact.enter"],
  input: z.strictObject({
    hours: z.int().min(1).max(168).default(24),
    limit: z.int().min(1).max(20).default(3),
  }),
  read: (ctx, { hours, limit }): Promise<RecentEntry[]> =>
    ctx.db.read<RecentEntry>(STATEMENT, [personOf(ctx).id, ctx.now.toISOString(), hours, limit, ARCHIVE]),
});
