import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "./client.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";
import { JOB_LIMITS, MIGRATION_LOCK_WAIT, PROBE_LIMITS, REQUEST_LIMITS } from "./time-limits.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => db.close());
afterAll(() => database.drop());

const SETTINGS = `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
  current_setting('idle_in_transaction_session_timeout') as idle`;

test.each([
  ["requests", REQUEST_LIMITS],
  ["jobs", JOB_LIMITS],
])("the limits of %s are set on the connections of both pools", async (_kind, limits) => {
  db = createDatabase(database.url, { max: 1, limits });
  const { statement, readLock, commandLock, idle } = limits;
  expect(await db.read(SETTINGS, [])).toEqual([{ statement, lock: readLock, idle }]);
  expect([...(await db.orm.execute(SETTINGS))]).toEqual([{ statement, lock: commandLock, idle }]);
});

test("a tool that runs once has no limits", async () => {
  db = createDatabase(database.url, { max: 1 });
  expect(await db.read(SETTINGS, [])).toEqual([{ statement: "0", lock: "0", idle: "0" }]);
});

test("the probe answers while every other connection waits, and waits for no lock itself", async () => {
  db = createDatabase(database.url, { max: 1 });
  const other = createDatabase(database.url, { max: 1 });
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = other.sql.begin(async (tx) => {
    await tx`lock table outbox in access exclusive mode`;
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const waiting = [db.read("select id from outbox", []), db.orm.execute("select id from outbox")];
  expect(await db.probe("select 1 as n", [])).toEqual([{ n: 1 }]);
  await expect(db.probe("select id from outbox", [])).rejects.toMatchObject({ code: "55P03" });
  release.resolve();
  await holding;
  expect((await Promise.all(waiting)).map((rows) => rows.length)).toEqual([0, 0]);
  await other.close();
});

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 };
const inMs = (text: string): number => {
  const [, number, unit = ""] = /^(\d+)(ms|s|min)$/.exec(text) ?? [];
  return Number(number) * (UNITS[unit] ?? Number.NaN);
};

test("a migration gives up its place in the queue before the reads behind it do, and they before commands", () => {
  const { readLock, commandLock, statement, idle } = REQUEST_LIMITS;
  const waits = [PROBE_LIMITS.lock, MIGRATION_LOCK_WAIT, readLock, commandLock, statement, idle].map(inMs);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(new Set(waits).size).toBe(waits.length);
});
