import type { Sql } from "@stsphera/db";

/** Adds many rows to a table while its indexes are away, and makes them again; those of constraints stay. */
export async function withoutIndexes(sql: Sql, table: string, add: () => Promise<unknown>): Promise<void> {
  const indexes = await sql<{ name: string; made: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid = ${table}::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await add();
  for (const { made } of indexes) await sql.unsafe(made);
  await sql.unsafe(`vacuum (analyze) ${table}`);
}

/** Size of a table and of its indexes, in GB. */
export async function sizeOf(sql: Sql, table: string): Promise<{ table: number; indexes: number }> {
  const [row] = await sql<{ table: number; indexes: number }[]>`
    select pg_table_size(${table}::regclass)::float8 / 1e9 as table,
      pg_indexes_size(${table}::regclass)::float8 / 1e9 as indexes`;
  return row ?? { table: Number.NaN, indexes: Number.NaN };
}
