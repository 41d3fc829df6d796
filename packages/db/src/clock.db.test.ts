import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDatabase, type Database } from "./client.ts";
import { createClock, wantsSandboxClock } from "./clock.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.url, { max: 2 });
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

/** Whole seconds; `+ 0` because a millisecond that passes between the two readings rounds to -0, which is not 0. */
const secondsOff = (now: Date) => Math.round((now.getTime() - Date.now()) / 1000) + 0;

test("without the table the time is real; with it the clock follows it, shifted or stopped", async () => {
  const warnings: string[] = [];
  const clock = await createClock({ sql: db.sql, sandbox: true, warn: (message) => warnings.push(message) });
  expect(secondsOff(clock.now())).toBe(0);

  await db.sql`create schema sandbox`;
  await db.sql`create table sandbox.clock (id int primary key, offset_ms bigint not null, frozen_at timestamptz(3))`;
  await db.sql`insert into sandbox.clock values (1, 86400000, null)`;
  await vi.waitFor(() => expect(secondsOff(clock.now())).toBe(86_400), 5_000);

  await db.sql`update sandbox.clock set frozen_at = '2026-09-15T07:00:00Z'`;
  await vi.waitFor(() => expect(clock.now().toISOString()).toBe("2026-09-15T07:00:00.000Z"), 5_000);
  expect(warnings).toEqual([]);
  clock.stop();
});

test("outside the sandbox the table is not read", async () => {
  await db.sql`update sandbox.clock set frozen_at = '2026-09-15T07:00:00Z'`;
  const clock = await createClock({ sql: db.sql, sandbox: false });
  expect(secondsOff(clock.now())).toBe(0);
});

test("production refuses the development clock", () => {
  expect(wantsSandboxClock({ SANDBOX_CLOCK: "1", NODE_ENV: "development" })).toBe(true);
  expect(wantsSandboxClock({ NODE_ENV: "production" })).toBe(false);
  expect(() => wantsSandboxClock({ SANDBOX_CLOCK: "1", NODE_ENV: "production" })).toThrow(
    "refused in production",
  );
});
