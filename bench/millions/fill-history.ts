import type { Sql } from "postgres";
import { rebuild } from "../world/large/calendars.ts";
import { INSERT_SUMS } from "../world/large/sums.ts";

/** Days between a row and its copy in an earlier time. */
const DAYS = 800;
/** Larger than the largest id of the world. */
const IDS = 2_000_000;

/**
 * Every entry once more in each of `times` earlier years, confirmed: the plan and all sums are as many times larger, so
 * that the nightly comparison finds nothing to repair.
 */
export async function fillLedger(sql: Sql, url: string, times: number): Promise<void> {
  await withoutIndexes(sql, "daily_plan_fact", async () => {
    for (let time = 1; time <= times; time += 1) {
      await sql.unsafe(`
        insert into daily_plan_fact (id, object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
          quantity, plan_qty, over_plan, day_off, workers, hours, crew_id, author_id, reverses_id, decided_by, decided_at, created_at)
        overriding system value
        select id + ${IDS * time}, object_id, floor_volume_id, facade_id, work_type_id, date - ${DAYS * time}, shift, kind,
          'confirmed', quantity, plan_qty, over_plan, day_off, workers, hours, crew_id, author_id,
          reverses_id + ${IDS * time}, decided_by, decided_at - interval '${DAYS * time} days',
          created_at - interval '${DAYS * time} days'
        from daily_plan_fact where id < ${IDS} order by id`);
    }
  });
  const larger = times + 1;
  await sql.unsafe(
    `update floor_volumes set plan_qty = plan_qty * ${larger}, fact_qty = fact_qty * ${larger}`,
  );
  await sql.unsafe("truncate object_work_sums, object_day_sums, object_sums");
  await sql.unsafe("analyze daily_plan_fact");
  for (const text of INSERT_SUMS) await sql.unsafe(text);
  await sql.unsafe(
    "select setval(pg_get_serial_sequence('daily_plan_fact', 'id'), (select max(id) from daily_plan_fact))",
  );
  await rebuild(url, "plan");
}

/** Rows of the log as people leave them, one every six seconds up to now. */
export async function fillLog(sql: Sql, rows: number, now: Date): Promise<void> {
  await withoutIndexes(sql, "audit_log", () =>
    sql.unsafe(
      `
      insert into audit_log (command_id, action, entity_type, entity_id, object_id, actor_id, request_id, at, before, after, reason)
      select gen_random_uuid(), w.action, w.entity, n, 1 + n % 200, 16 * (1 + n % 124) + 7, 'r' || n,
        $1::timestamptz - (${rows} - n) * interval '6 seconds',
        case when n % 3 = 0 then jsonb_build_object('quantity', (n % 89)::text) end,
        jsonb_build_object('quantity', (n % 97)::text, 'notes',
          (array['по плану', 'ждали кран', 'ветер', 'монтаж модулей', 'приняли без замечаний'])[1 + n % 5]),
        case when n % 50000 = 7 then 'перенесли из-за аэростата' when n % 11 = 0 then 'по просьбе заказчика' end
      from generate_series(1, ${rows}) n
      join (values (0, 'fact.enter', 'fact'), (1, 'fact.confirm', 'fact'), (2, 'task.submit', 'task'),
        (3, 'volume.set', 'floor_volume')) w (k, action, entity) on w.k = n % 4`,
      [now.toISOString()],
    ),
  );
}

/** Fills a table without its indexes that only speed up reads, and builds them afterwards. */
async function withoutIndexes(sql: Sql, table: string, fill: () => Promise<unknown>): Promise<void> {
  const indexes = await sql<{ name: string; text: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as text
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisunique`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await fill();
  for (const { text } of indexes) await sql.unsafe(text);
}
