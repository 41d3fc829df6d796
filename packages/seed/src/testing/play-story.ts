import { loadActor } from "@stsphera/core";
import type { Database } from "@stsphera/db";
import { type OpenTestDatabase, openTestDatabase } from "@stsphera/db/testing";
import { seed } from "../seed.ts";
import type { MemoryStore } from "./memory-store.ts";

/** The story seeded into its own database, with its log. */
export type Story = { db: Database; now: Date; lines: string[]; database: OpenTestDatabase };

export async function tell(now: string, more: { storage?: MemoryStore } = {}): Promise<Story> {
  const database = await openTestDatabase();
  const { db } = database;
  const lines: string[] = [];
  await seed({ db, now: new Date(now), log: (line) => lines.push(line), ...more });
  return { db, now: new Date(now), lines, database };
}

export const forget = ({ database }: Story): Promise<void> => database.close();

export async function idOf({ db }: Story, name: string): Promise<number> {
  const [row] = await db.read<{ id: number }>("select id from objects where name = $1", [name]);
  if (row === undefined) throw new Error(`there is no ${name}`);
  return row.id;
}

export async function contextOf({ db, now }: Story, telegramId: string) {
  const actor = await loadActor(db, { telegramId }, now);
  if (actor === null) throw new Error("nobody has this id");
  return { db, now, actor, requestId: "test" };
}

/** Every table with its number of rows and a hash of them. */
export const TABLES = `
  select c.relname as name, (xpath('/row/n/text()', query_to_xml(
    format('select count(*)::text || coalesce(md5(string_agg(t::text, '''' order by t::text)), '''') as n from %I t', c.relname),
    false, true, '')))[1]::text as state
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' order by 1`;
