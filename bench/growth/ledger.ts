import type { Sql } from "@stsphera/db";
import { INSERT_SUMS } from "../world/large/sums.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** Rows of the large world, the ids kept for them and for what is entered meanwhile, and how many days they cover. */
const ROWS = 1_000_000;
const IDS = 1_100_000;
const DAYS = 600;

/** The same entries once more, so many lots of days before: objects with a longer history. */
const copyOf = (lot: number): string => `
  insert into daily_plan_fact (id, object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status, quantity,
    plan_qty, workers, hours, crew_id, author_id, reverses_id, decided_by, decided_at, created_at)
  overriding system value
  select id + ${lot * IDS}, object_id, floor_volume_id, facade_id, work_type_id, date - ${lot * DAYS}, shift, kind,
    'confirmed', quantity, plan_qty, workers, hours, crew_id, author_id, reverses_id + ${lot * IDS},
    coalesce(decided_by, author_id), coalesce(decided_at, created_at) - interval '${lot * DAYS} days',
    created_at - interval '${lot * DAYS} days'
  from daily_plan_fact where id <= ${ROWS}`;

/** Makes the ledger grow to so many millions of rows, with all that is derived from it. */
export async function growLedger(sql: Sql, millions: number): Promise<void> {
  const [now] = await sql<{ lots: number }[]>`
    select 1 + max(id) / ${IDS} as lots from daily_plan_fact`;
  await sql.unsafe("set session_replication_role = replica");
  await withoutIndexes(sql, "daily_plan_fact", async () => {
    for (let lot = now?.lots ?? 1; lot < millions; lot += 1) await sql.unsafe(copyOf(lot));
  });
  await sql.unsafe(`
    update floor_volumes v set fact_qty = c.quantity
    from (select floor_volume_id, sum(quantity) as quantity from daily_plan_fact group by 1) c
    where c.floor_volume_id = v.id`);
  await sql.unsafe("truncate object_work_sums, object_day_sums, object_sums");
  for (const text of INSERT_SUMS) await sql.unsafe(text);
  await sql.unsafe("vacuum (analyze) floor_volumes");
  await sql.unsafe("analyze object_day_sums");
  await sql.unsafe(`
    select setval(pg_get_serial_sequence('daily_plan_fact', 'id'), (select max(id) from daily_plan_fact))`);
  await sql.unsafe("set session_replication_role = origin");
}
