import type { Sql } from "../client.ts";

/** The state of an unused clone. */
export type FreshState = {
  /** Row counts of the catalogs and of tables filled by migrations, and their newest transaction id. */
  marks: string;
  filled: string[];
  empty: string[];
  sequences: { name: string; at: string; called: boolean }[];
};

const CATALOGS = "pg_class pg_attribute pg_constraint pg_trigger pg_proc pg_namespace pg_type".split(" ");

const ours = (kind: "r" | "S"): string => `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = '${kind}' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`;

/** A fingerprint that changes with every table, privilege, trigger, function, and row written by migrations. */
export async function marksOf(sql: Sql, filled: readonly string[]): Promise<string> {
  const each = [...CATALOGS, ...filled].map(
    (name) => `select '${name}' as name, count(*) as rows, max(xmin::text::bigint) as newest from ${name}`,
  );
  return JSON.stringify(await sql.unsafe(each.join(" union all ")));
}

async function emptyAmong(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const each = tables.map((name) => `select '${name}' as name where not exists (select from ${name})`);
  const rows = await sql.unsafe<{ name: string }[]>(each.join(" union all "));
  return rows.map(({ name }) => name);
}

/** Reads the state of an unused clone; null when its owner may not truncate tables with triggers. */
export async function freshState(sql: Sql): Promise<FreshState | null> {
  const [owner] = await sql<{ free: boolean }[]>`
    select rolsuper as free from pg_roles where rolname = current_user`;
  if (owner?.free !== true) return null;
  const tables = (await sql.unsafe<{ name: string }[]>(ours("r"))).map(({ name }) => name);
  const empty = await emptyAmong(sql, tables);
  const filled = tables.filter((name) => !empty.includes(name));
  const sequences = (await sql.unsafe<{ name: string }[]>(ours("S"))).map(
    ({ name }) => `select '${name}' as name, last_value::text as at, is_called as called from ${name}`,
  );
  return {
    marks: await marksOf(sql, filled),
    filled,
    empty,
    sequences: await sql.unsafe<FreshState["sequences"]>(sequences.join(" union all ")),
  };
}
