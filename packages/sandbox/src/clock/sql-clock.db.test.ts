import { createTestDatabase, type TestDatabase } from "@stsphera/db/testing";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DevelopmentClock } from "./clock.ts";
import { createSqlClock } from "./sql-clock.ts";

let database: TestDatabase;
let clock: DevelopmentClock;
const errors: unknown[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  clock = await createSqlClock(database.url, (error) => errors.push(error));
});

afterEach(async () => {
  await clock.close();
  await database.drop();
  expect(errors).toEqual([]);
});

describe("the clock shared by processes", () => {
  it("keeps its offset and freeze in one row", async () => {
    await clock.change({ now: "2026-09-15T07:00:00Z", freeze: true });
    expect(clock.now().toISOString()).toBe("2026-09-15T07:00:00.000Z");
    const sql = postgres(database.url, { max: 1 });
    const rows = await sql`SELECT id, offset_ms::text, frozen_at FROM sandbox.clock`;
    await sql.end();
    expect(rows).toMatchObject([{ id: 1, frozen_at: new Date("2026-09-15T07:00:00Z") }]);
  });

  it("is followed by a second process and survives a restart", async () => {
    const other = await createSqlClock(database.url, (error) => errors.push(error));
    await clock.change({ now: "2026-09-15T07:00:00Z", freeze: true });
    await clock.change({ advanceSeconds: 1.5 });
    await vi.waitUntil(() => other.now().toISOString() === "2026-09-15T07:00:01.500Z", { timeout: 5000 });
    expect(await other.change({ freeze: false })).toMatchObject({ frozen: false });
    expect(await clock.read()).toMatchObject({ frozen: false });
    await other.close();
  });
});
