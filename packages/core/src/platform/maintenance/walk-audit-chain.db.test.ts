import type { Database } from "@stsphera/db";
import { type OpenTestDatabase, openTestDatabase } from "@stsphera/db/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealAudit } from "./seal-audit.ts";
import { walkAuditChain } from "./walk-audit-chain.ts";

const DAY_MS = 86_400_000;
const start = new Date("2026-09-08T00:00:00Z");
const night = (number: number) => new Date(start.getTime() + number * DAY_MS);

let opened: OpenTestDatabase;
let db: Database;

beforeEach(async () => {
  opened = await openTestDatabase();
  db = opened.db;
});
afterEach(() => opened.close());

async function write(count: number): Promise<void> {
  await db.sql`
    insert into audit_log (command_id, action, entity_type, entity_id, request_id, at)
    select gen_random_uuid(), 'fact.enter', 'fact', n, 'r', '2026-09-08T07:00:00Z' from generate_series(1, ${count}) n`;
  await sealAudit(db);
}

const changeRow = (position: number) =>
  db.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update audit_log set reason = 'иная'
      where id = (select audit_id from audit_chain where position = ${position})`;
  });
const whole = { broken: null, whole: true };
const since = { broken: null, whole: false };

test("a walk goes on from the last verified link, and once a week from the start", async () => {
  expect(await walkAuditChain(db, [], night(0))).toMatchObject({ links: 0, ...whole });
  await write(10);
  expect(await walkAuditChain(db, [], night(0))).toMatchObject({ links: 10, unsealed: 0, ...whole });
  await write(5);
  expect(await walkAuditChain(db, [], night(1))).toMatchObject({ links: 15, unsealed: 0, ...since });
  expect(await walkAuditChain(db, [], night(6))).toMatchObject({ links: 15, ...since });
  expect(await walkAuditChain(db, [], night(7))).toMatchObject({ links: 15, ...whole });
  expect(await walkAuditChain(db, [], night(8))).toMatchObject(since);
});

test("a change behind the verified link is found the same night, one before it within a week", async () => {
  await write(10);
  await walkAuditChain(db, [], night(0));
  await write(10);
  await changeRow(4);
  expect(await walkAuditChain(db, [], night(1))).toMatchObject({ links: 20, ...since });
  await write(10);
  await changeRow(25);
  expect(await walkAuditChain(db, [], night(2))).toMatchObject({
    broken: 25,
    fault: "changed",
    whole: false,
  });
  expect(await walkAuditChain(db, [], night(7))).toMatchObject({ broken: 4, fault: "changed", whole: true });
});

test("a chain that lost the verified link, or an anchor before it, is walked whole at once", async () => {
  await write(10);
  await walkAuditChain(db, [], night(0));
  const anchor = { position: 6, hash: "0".repeat(64), at: night(0).toISOString() };
  expect(await walkAuditChain(db, [anchor], night(1))).toMatchObject({
    broken: 1,
    fault: "made_anew",
    whole: true,
  });
  await db.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from audit_chain where position > 8`;
  });
  expect(await walkAuditChain(db, [], night(1))).toMatchObject({ links: 8, unsealed: 2, ...whole });
});
