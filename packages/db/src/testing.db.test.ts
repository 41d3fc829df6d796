import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "./index.ts";
import { createTestDatabase, openTestDatabase, type TestDatabase } from "./testing.ts";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function tablesOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`;
    return rows.map((row) => row.name);
  } finally {
    await sql.end();
  }
}

test("each test database is a migrated copy of its own", async () => {
  const sql = postgres(first.url, { max: 1 });
  await sql`CREATE TABLE only_here (id int)`;
  await sql.end();
  const here = await tablesOf(first.url);
  const there = await tablesOf(second.url);
  expect(here).toContain("only_here");
  expect(there).toContain("audit_log");
  expect(here.filter((name) => name !== "only_here")).toEqual(there);
});

test("a test database is dropped even while a client is connected to it", async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.url, { max: 1, onclose: () => undefined });
  await sql`SELECT 1`;
  await database.drop();
  await expect(sql`SELECT 1`.then(() => "answered")).rejects.toThrow();
  await sql.end({ timeout: 1 });
});

test("a transaction of a test has the privileges of the services, the test's own statements the owner's", async () => {
  const { db, close } = await openTestDatabase();
  try {
    const removed = db.orm.transaction((tx) => tx.delete(schema.consents));
    await expect(removed).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(db.sql`delete from consents`).resolves.toHaveLength(0);
  } finally {
    await close();
  }
});
