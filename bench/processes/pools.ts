import { createDatabase, type Database, type Sql } from "@stsphera/db";

/** Connections of each of the two pools, the same in the API and the floor. */
const CONNECTIONS = 8;

/** The two pools of a process: drizzle's and the raw one. */
export type Pools = { db: Database; orm: Sql; raw: Sql };
export type PoolName = "orm" | "raw";

export function openPools(url: string, applicationName: string): Pools {
  const db = createDatabase(url, { max: CONNECTIONS, applicationName });
  return { db, raw: db.sql, orm: (db.orm as typeof db.orm & { $client: Sql }).$client };
}

/** Texts of all prepared statements on the process's connections. */
export async function preparedTexts({ orm, raw }: Pools): Promise<string[]> {
  const ask = (pool: Sql) =>
    pool.begin(async (connection) => {
      const rows = await connection.unsafe<{ statement: string }[]>(
        "select statement, pg_sleep(0.05)::text as slept from pg_prepared_statements",
      );
      return rows.map((row) => row.statement);
    });
  // One query per connection at once, each held for a moment, so that every connection is asked.
  const asked = [orm, raw].flatMap((pool) => Array.from({ length: CONNECTIONS }, () => ask(pool)));
  return [...new Set((await Promise.all(asked)).flat())];
}
