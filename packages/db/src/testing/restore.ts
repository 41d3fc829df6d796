import type { Sql } from "../client.ts";
import { type FreshState, marksOf } from "./fresh-state.ts";

/** Sessions that are active, listen, hold a lock, or do not belong to the pools. */
const STRAY = `
  select exists (
    select from pg_stat_activity a where datname = current_database() and backend_type = 'client backend'
      and pid <> pg_backend_pid()
      and (state <> 'idle' or application_name <> current_setting('application_name') or query ~* '^\\s*listen')
  ) or exists (
    select from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and l.locktype = 'advisory'
  ) as stray`;

/** Deleted rows remain in the files: beyond this size a database is slower than a new clone. */
const MAX_BYTES = 40 * 1024 * 1024;

/**
 * Resets a used clone to its fresh state; false when impossible: a session still uses it, or tables, privileges,
 * triggers or rows of migrations have changed.
 */
export async function restore(sql: Sql, fresh: FreshState): Promise<boolean> {
  const [used] = await sql.unsafe<{ stray: boolean }[]>(STRAY);
  if (used?.stray !== false || (await marksOf(sql, fresh.filled)) !== fresh.marks) return false;
  const [size] = await sql<{ bytes: number }[]>`select pg_database_size(current_database())::int as bytes`;
  if ((size?.bytes ?? 0) > MAX_BYTES) return false;
  const positions = fresh.sequences.map(({ name, at, called }) => `('${name}', ${at}, ${called})`);
  await sql.begin((tx) =>
    tx.unsafe(`
      set local session_replication_role = replica;
      ${fresh.empty.map((name) => `delete from ${name};`).join("\n")}
      select setval(name::regclass, at, called) from (values ${positions.join(", ")}) as s (name, at, called)`),
  );
  return true;
}
