import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations } from "./apply-migrations.ts";
import { NEWEST_MIGRATION } from "./newest-migration.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
let client: Sql;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  client = postgres(database.url, { max: 1, onnotice: () => undefined });
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});
afterEach(async () => {
  await client.end({ timeout: 2 });
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(...texts: string[]): void {
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = texts.map((text, at) => {
    writeFileSync(join(folder, `${at}.sql`), text);
    return { idx: at, when: NEWEST_MIGRATION + 1 + at, tag: String(at), breakpoints: true };
  });
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ entries }));
}

const applied = async () => {
  const rows = await client.unsafe<{ at: string }[]>(
    "select created_at as at from drizzle.__drizzle_migrations",
  );
  return rows.map(({ at }) => Number(at) - NEWEST_MIGRATION).filter((one) => one > 0);
};
const indexes = () =>
  client.unsafe(`select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = to_regclass('things') order by 1`);

const TABLE = "create table things (n int);\n--> statement-breakpoint\ninsert into things values (1), (1);";
const INDEX = `create index concurrently if not exists things_n on things (n);
--> statement-breakpoint
create unique index concurrently if not exists things_once on things (n);`;
const BREAKS = "alter table things add column m int;\n--> statement-breakpoint\nselect 1 / 0;";

test("indexes are built outside a transaction; an interrupted building is done again", async () => {
  write(TABLE, INDEX, "alter table things add column m int;");
  await expect(applyMigrations(client, folder)).rejects.toThrow("could not create unique index");
  expect(await applied()).toEqual([1]);
  expect([...(await indexes())]).toEqual([
    { name: "things_n", valid: true },
    { name: "things_once", valid: false },
  ]);
  await client.unsafe("truncate things");
  await applyMigrations(client, folder);
  expect(await applied()).toEqual([1, 2, 3]);
  expect([...(await indexes())]).toEqual([
    { name: "things_n", valid: true },
    { name: "things_once", valid: true },
  ]);
  await applyMigrations(client, folder);
  expect(await applied()).toEqual([1, 2, 3]);
});

test("migrations in a row that need a transaction are applied together or not at all", async () => {
  write(TABLE, BREAKS);
  await expect(applyMigrations(client, folder)).rejects.toThrow("division by zero");
  expect(await applied()).toEqual([]);
  expect(await client.unsafe("select to_regclass('things') as t")).toMatchObject([{ t: null }]);
});
