import { createDatabase, type Database } from "@stsphera/db";
import { createTestDatabase, type TestDatabase } from "@stsphera/db/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealAudit } from "./seal-audit.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.url, { max: 4 });
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const write = (count: number) => db.sql`
  insert into audit_log (command_id, action, entity_type, entity_id, request_id, at, after)
  select gen_random_uuid(), 'fact.enter', 'fact', n, 'r', '2026-09-08T07:00:00Z', '{"b": 1, "a": "12.5"}'
  from generate_series(1, ${count}) n`;

test("every row gets its link, and the chain verifies", async () => {
  await write(1200);
  expect(await sealAudit(db)).toBe(500);
  expect(await verifyAuditChain(db)).toEqual({ links: 500, broken: null, fault: null, unsealed: 700 });
  while ((await sealAudit(db)) > 0);
  expect(await verifyAuditChain(db)).toEqual({ links: 1200, broken: null, fault: null, unsealed: 0 });
});

test("two parallel sealers make one chain", async () => {
  await write(40);
  const sealed = await Promise.all([sealAudit(db), sealAudit(db), sealAudit(db)]);
  await sealAudit(db);
  expect(sealed.reduce((sum, count) => sum + count)).toBe(40);
  expect(await verifyAuditChain(db)).toEqual({ links: 40, broken: null, fault: null, unsealed: 0 });
});

test("a manipulated row is reported by its position", async () => {
  await write(5);
  await sealAudit(db);
  await db.sql`alter table audit_log disable trigger all`;
  await db.sql`update audit_log set after = '{"b": 1, "a": "13"}' where id = (select audit_id from audit_chain where position = 3)`;
  expect(await verifyAuditChain(db)).toMatchObject({ links: 2, broken: 3, fault: "changed" });
});

test("a deleted link is reported by its position", async () => {
  await write(5);
  await sealAudit(db);
  await db.sql`alter table audit_chain disable trigger all`;
  await db.sql`delete from audit_chain where position = 4`;
  expect(await verifyAuditChain(db)).toMatchObject({
    links: 3,
    broken: 4,
    fault: "link_missing",
    unsealed: 1,
  });
});

test("rows of the chain can only be added", async () => {
  await write(2);
  await sealAudit(db);
  for (const statement of [
    "update audit_chain set hash = ''",
    "delete from audit_chain",
    "truncate audit_chain",
  ]) {
    await expect(db.sql.unsafe(statement)).rejects.toThrow("append-only");
  }
  expect(await verifyAuditChain(db)).toMatchObject({ links: 2, broken: null });
});
