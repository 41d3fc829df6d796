import type { Sql } from "@stsphera/db";
import { type Site, TODAY } from "./world.ts";

const ENTRIES = 3000;

/** Adds entries of today to the cells of an object, and their sums to what is done. */
export async function crowdDay(sql: Sql, site: Site | undefined): Promise<void> {
  if (site === undefined) throw new Error("nobody works in this world");
  const { objectId, foremanId } = site;
  await sql`
    with cells as (
      select v.*, row_number() over (order by v.id) as place, count(*) over () as cells
      from floor_volumes v where v.object_id = ${objectId}
    ), added as (
      insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
        quantity, workers, hours, author_id, created_at)
      select c.object_id, c.id, c.facade_id, c.work_type_id, ${TODAY}, 'day', 'work', 'submitted', 1, 4, 8, ${foremanId},
        ${TODAY}::date + time '06:00' + n * interval '1 second'
      from cells c cross join generate_series(0, ${ENTRIES}::int) n
      where n * c.cells + c.place <= ${ENTRIES}
      returning floor_volume_id, quantity
    )
    update floor_volumes v set fact_qty = v.fact_qty + a.quantity
    from (select floor_volume_id, sum(quantity) as quantity from added group by floor_volume_id) a
    where a.floor_volume_id = v.id`;
  await sql.unsafe("vacuum (analyze) daily_plan_fact, floor_volumes");
}
