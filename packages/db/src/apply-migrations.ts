import type { Sql } from "postgres";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { waitingBriefly } from "./waiting-briefly.ts";

/** Applied migrations, in the table of drizzle-kit. */
const APPLIED = "drizzle.__drizzle_migrations";
const CONCURRENTLY = /^\s*(?:create\s+(?:unique\s+)?|drop\s+|re)index\s+concurrently\b/i;

/** True for a migration that PostgreSQL runs outside a transaction alone: it builds or drops indexes concurrently. */
export const isConcurrent = ({ sql }: Pick<MigrationMeta, "sql">): boolean =>
  sql.some((statement) => CONCURRENTLY.test(withoutComments(statement)));

export const withoutComments = (statement: string): string => statement.replace(/--.*$/gm, "").trim();

/**
 * Applies the migrations of a folder that are newer than the newest applied one. Those in a row that need a transaction
 * share one; a concurrent one is applied by itself, statement by statement, and may be applied again after a failure.
 */
export async function applyMigrations(client: Sql, folder: string): Promise<void> {
  await client.unsafe(`create schema if not exists drizzle;
    create table if not exists ${APPLIED} (id serial primary key, hash text not null, created_at bigint)`);
  const [newest] = await client.unsafe<{ at: string | null }[]>(
    `select max(created_at) as at from ${APPLIED}`,
  );
  const pending = readMigrationFiles({ migrationsFolder: folder }).filter(
    ({ folderMillis }) => folderMillis > Number(newest?.at ?? -1),
  );
  for (const group of groupsOf(pending)) {
    if (isConcurrent(group[0])) await applyConcurrent(client, group[0]);
    else await waitingBriefly(client, () => client.begin((tx) => applyTogether(tx as unknown as Sql, group)));
  }
}

type Group = [MigrationMeta, ...MigrationMeta[]];

function groupsOf(migrations: readonly MigrationMeta[]): Group[] {
  const groups: Group[] = [];
  for (const migration of migrations) {
    const last = groups.at(-1);
    if (last === undefined || isConcurrent(migration) || isConcurrent(last[0])) groups.push([migration]);
    else last.push(migration);
  }
  return groups;
}

async function applyTogether(tx: Sql, group: Group): Promise<void> {
  for (const migration of group) {
    for (const statement of migration.sql) await tx.unsafe(statement);
    await markApplied(tx, migration);
  }
}

/** Waits as long as it takes, because it keeps nobody waiting. */
async function applyConcurrent(client: Sql, migration: MigrationMeta): Promise<void> {
  await dropHalfBuilt(client);
  for (const statement of migration.sql) await client.unsafe(statement);
  await markApplied(client, migration);
}

/** An index whose building was interrupted stays behind, is never used and slows down every write. */
async function dropHalfBuilt(client: Sql): Promise<void> {
  const left = await client.unsafe<{ name: string }[]>(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where not i.indisvalid and c.relnamespace = 'public'::regnamespace`);
  for (const { name } of left) await client.unsafe(`drop index concurrently ${name}`);
}

async function markApplied(client: Sql, { hash, folderMillis }: MigrationMeta): Promise<void> {
  await client.unsafe(`insert into ${APPLIED} (hash, created_at) values ($1, $2)`, [hash, folderMillis]);
}
