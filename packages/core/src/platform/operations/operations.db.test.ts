import { APPLICATION_ROLE } from "@stsphera/db/application-role";
import { createDatabase, type Database } from "@stsphera/db";
import { createTestDatabase, type TestDatabase } from "@stsphera/db/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beat } from "./beat.ts";
import { latestOpsRecords, listOpsRecords } from "./read-ops-records.ts";
import { writeOpsRecord } from "./write-ops-record.ts";

let database: TestDatabase;
let db: Database;
const at = (seconds: number) => new Date(Date.UTC(2026, 8, 8, 7, 0, seconds));

beforeEach(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  url.searchParams.set("role", APPLICATION_ROLE);
  db = createDatabase(url.href, { max: 2 });
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

test("the newest record of every kind is read, and the newest that succeeded", async () => {
  await writeOpsRecord(db, { kind: "backup", ok: true, details: { type: "full", label: "a" } }, at(1));
  await writeOpsRecord(db, { kind: "backup", ok: false, details: { error: "no space" } }, at(2));
  await writeOpsRecord(db, { kind: "deploy", ok: true, details: { version: "b1" } }, at(3));
  expect(await latestOpsRecords(db)).toEqual({
    backup: { kind: "backup", at: at(2).toISOString(), ok: false, details: { error: "no space" } },
    deploy: { kind: "deploy", at: at(3).toISOString(), ok: true, details: { version: "b1" } },
  });
  expect((await latestOpsRecords(db, { ok: true })).backup?.details).toEqual({ type: "full", label: "a" });
  expect((await listOpsRecords(db, "backup", 5)).map(({ ok }) => ok)).toEqual([false, true]);
});

test("two schedulers leave one heartbeat for each pause, with the position of the log", async () => {
  expect(await beat(db, at(0))).toBe(true);
  expect(await beat(db, at(3))).toBe(false);
  expect(await beat(db, at(20))).toBe(true);
  expect(await beat(db, at(22))).toBe(false);
  const beats = await listOpsRecords(db, "heartbeat", 9);
  expect(beats.map((one) => one.at)).toEqual([at(20).toISOString(), at(0).toISOString()]);
  for (const { details } of beats) expect(details["lsn"]).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
});

test("what does not fit its kind is not written", async () => {
  const odd = { kind: "heartbeat" as const, ok: true, details: { lsn: "soon" } };
  await expect(writeOpsRecord(db, odd, at(0))).rejects.toThrow(/lsn/);
  const long = { kind: "deploy" as const, ok: true, details: { note: "x".repeat(20_000) } };
  await expect(writeOpsRecord(db, long, at(0))).rejects.toThrow(/longer/);
  expect(await latestOpsRecords(db)).toEqual({});
});

test("the application may add and delete, and change nothing", async () => {
  await beat(db, at(0));
  await expect(db.sql`update ops_records set ok = false`).rejects.toThrow(/permission denied/);
  await expect(db.sql`truncate ops_records`).rejects.toThrow(/permission denied/);
  await db.sql`delete from ops_records`;
  expect(await latestOpsRecords(db)).toEqual({});
});
