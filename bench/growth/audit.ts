import { sealAudit } from "@stsphera/core/maintenance";
import type { Database, Sql } from "@stsphera/db";
import { withoutIndexes } from "./without-indexes.ts";

const MILLION = 1_000_000;
/** Rows sealed at a time: more than the scheduler does, which seals as they come. */
const BATCH = 20_000;

/** An entry a row, by the foremen of 200 objects; one in fifty is explained in words. */
const rowsOf = (from: number, to: number): string => `
  insert into audit_log (id, command_id, action, entity_type, entity_id, object_id, actor_id, request_id, at, before, after, reason)
  overriding system value
  select i, gen_random_uuid(), 'fact.enter', 'fact', i, 1 + i % 200, 16 * (1 + (1 + i % 200) * 7 % 124) + 7,
    gen_random_uuid()::text, timestamptz '2024-01-01' + i * interval '8 seconds', null,
    jsonb_build_object('date', '2026-09-08', 'status', 'submitted', 'quantity', i % 90, 'workers', 4, 'crewId', i % 1200,
      'notes', 'по плану, захватка ' || i % 40, 'floorVolumeId', i % 85600),
    case when i % 50 = 0 then 'нет материала на захватке ' || i % 40 end
  from generate_series(${from}::int, ${to}::int) i`;

/** Makes the log grow to so many millions of rows and seals them; returns the seconds that sealing took. */
export async function growAudit(db: Database, sql: Sql, millions: number): Promise<number> {
  const [now] = await sql<{ newest: number }[]>`select coalesce(max(id), 0)::int as newest from audit_log`;
  await sql.unsafe("set session_replication_role = replica");
  await withoutIndexes(sql, "audit_log", () =>
    sql.unsafe(rowsOf((now?.newest ?? 0) + 1, millions * MILLION)),
  );
  await sql.unsafe("set session_replication_role = origin");
  await sql.unsafe(`select setval(pg_get_serial_sequence('audit_log', 'id'), ${millions * MILLION})`);
  const began = performance.now();
  while ((await sealAudit(db, { batch: BATCH })) > 0);
  await sql.unsafe("vacuum (analyze) audit_chain");
  return (performance.now() - began) / 1000;
}
