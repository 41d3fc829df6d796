import type { Sql } from "@stsphera/db";
import { z } from "zod";
import { type Check, some } from "./check.ts";

/** Rows of a table up to a key. Only tables whose rows are never deleted can be compared so. */
export const rowCounts = z.record(z.string(), z.strictObject({ rows: z.int(), newest: z.int() }));
export type RowCounts = z.output<typeof rowCounts>;

type Table = { name: string; key: string };

/** The tables of the product with one whole number as key, from which the services may not delete. */
async function lastingTables(sql: Sql): Promise<Table[]> {
  return sql<Table[]>`
    select c.relname as name, a.attname as key from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.atttypid in ('int4'::regtype, 'int8'::regtype)
      and not has_table_privilege('stsphera_app', c.oid, 'DELETE')
    order by 1`;
}

/** Counts the rows of each table; with `upTo`, those with keys no greater than the ones given there. */
export async function countRows(sql: Sql, upTo?: RowCounts): Promise<RowCounts> {
  const counts: RowCounts = {};
  for (const { name, key } of await lastingTables(sql)) {
    const limit = upTo === undefined ? null : (upTo[name]?.newest ?? 0);
    const [row] = await sql<{ rows: number; newest: number }[]>`
      select count(*)::int as rows, coalesce(max(${sql(key)}), 0)::float8 as newest from ${sql(name)}
      where ${limit === null ? sql`true` : sql`${sql(key)} <= ${limit}`}`;
    if (row !== undefined) counts[name] = { ...row };
  }
  return counts;
}

/** Every row that was there before the failure has to be there again. */
export function checkRows(before: RowCounts, restored: RowCounts): Check {
  const name = "rows";
  const lost = Object.entries(before).flatMap(([table, { rows }]) => {
    const found = restored[table]?.rows ?? 0;
    return found < rows ? [`${table} has ${found} of ${rows}`] : [];
  });
  const total = Object.values(before).reduce((sum, { rows }) => sum + rows, 0);
  const tables = Object.keys(before).length;
  if (tables === 0) return { name, ok: false, found: "no table was counted before" };
  return {
    name,
    ok: lost.length === 0,
    found: lost.length === 0 ? `${total} rows of ${tables} tables are there` : some(lost),
  };
}
