import { beat } from "@stsphera/core/operations";
import { anchorAudit, type AuditAnchor, createAnchorStore, sealAudit } from "@stsphera/core/maintenance";
import { createTestWorld, type World } from "@stsphera/core/testing";
import { ObjectNotFound, type Storage } from "@stsphera/storage";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkAudit } from "./checks/audit.ts";
import { checkRows, countRows } from "./checks/row-counts.ts";
import { putAnchorsAside } from "./put-anchors-aside.ts";
import { newestHeartbeat, restoredUrl } from "./restored.ts";

let world: World;
const later = (seconds: number) => new Date(world.now.getTime() + seconds * 1_000);

beforeEach(async () => {
  world = await createTestWorld();
  await world.createTestObject();
});
afterEach(() => world.close());

test("a row that is gone from a table of lasting rows is noticed", async () => {
  const { sql } = world.db;
  const before = await countRows(sql);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(["audit_log", "daily_plan_fact", "entity_moves", "users"]),
  );
  expect(Object.keys(before)).not.toContain("deliveries");
  expect(checkRows(before, await countRows(sql, before)).ok).toBe(true);
  const [oldest] = await sql<{ id: number }[]>`select min(id)::int as id from audit_log`;
  const gone = await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    return tx`delete from audit_log where id = ${oldest?.id ?? 0} returning id`;
  });
  expect(gone).toHaveLength(1);
  expect(checkRows(before, await countRows(sql, before)).found).toMatch(/^audit_log has \d+ of \d+$/);
});

test("the newest heartbeat is the last one that the archive held", async () => {
  const { db } = world;
  await beat(db, later(0));
  const [row] = await db.sql<
    { lsn: string }[]
  >`select details->>'lsn' as lsn from ops_records order by id desc limit 1`;
  await db.sql`insert into ops_records (kind, at, ok, details) values ('heartbeat', ${later(20)}, true, '{"lsn": "FF/0"}')`;
  expect(await newestHeartbeat(db.sql, "FF/1")).toEqual(later(20));
  expect(await newestHeartbeat(db.sql, "FF/0")).toEqual(later(0));
  expect(await newestHeartbeat(db.sql, row?.lsn ?? "")).toBeNull();
});

test("anchors from before the failure have to fit; later ones vouch for rows that are lost", async () => {
  const { db } = world;
  let anchors: AuditAnchor[] = [];
  const store = {
    read: async () => anchors,
    write: async (all: readonly AuditAnchor[]) => void (anchors = [...all]),
  };
  while ((await sealAudit(db)) > 0);
  await anchorAudit(db, store, later(0));
  expect(await checkAudit(db, anchors, later(1))).toMatchObject({ ok: true });
  const lost = { position: 1_000_000, hash: "0".repeat(64), at: later(30).toISOString() };
  expect(await checkAudit(db, [...anchors, lost], later(1))).toMatchObject({ ok: true });
  expect(await checkAudit(db, [...anchors, lost], later(31))).toMatchObject({
    ok: false,
    found: expect.stringContaining("cut_off"),
  });
  expect(await checkAudit(db, [lost], later(1))).toMatchObject({
    ok: false,
    found: expect.stringContaining("no anchor"),
  });
});

test("after a restore the anchors of lost rows are put aside, and the log is anchored again", async () => {
  const { db } = world;
  const objects = new Map<string, Uint8Array>();
  const storage: Pick<Storage, "get" | "put"> = {
    get: async (key) => objects.get(key) ?? Promise.reject(new ObjectNotFound(key)),
    put: async (key, bytes) => void objects.set(key, bytes as Uint8Array),
  };
  const store = createAnchorStore(storage);
  while ((await sealAudit(db)) > 0);
  await anchorAudit(db, store, later(0));
  expect(await putAnchorsAside(db, storage, later(1))).toBe(0);
  const [own] = await store.read();
  const lost = { position: (own?.position ?? 0) + 4, hash: "0".repeat(64), at: later(30).toISOString() };
  await store.write([...(await store.read()), lost]);
  await expect(anchorAudit(db, store, later(60))).rejects.toThrow(/does not hold the link/);
  expect(await putAnchorsAside(db, storage, later(61))).toBe(1);
  expect(await store.read()).toEqual([own]);
  const [aside] = [...objects.keys()].filter((key) => key.startsWith("audit/anchor-before-"));
  expect(new TextDecoder().decode(objects.get(aside ?? ""))).toContain(lost.hash);
  expect(await anchorAudit(db, store, later(62))).toBe(false);
});

test("anchors that contradict the chain within its length are left where they are", async () => {
  const { db } = world;
  while ((await sealAudit(db)) > 0);
  const kept = JSON.stringify({
    anchors: [{ position: 1, hash: "0".repeat(64), at: later(0).toISOString() }],
  });
  const put = vi.fn<Storage["put"]>();
  const storage = { get: async () => new TextEncoder().encode(kept), put };
  await expect(putAnchorsAside(db, storage, later(1))).rejects.toThrow(/made_anew/);
  expect(put).not.toHaveBeenCalled();
});

test("the restored database is asked by the owner's name and password", () => {
  expect(restoredUrl("postgres://owner:p%40ss@postgres:5432/stsphera")).toBe(
    "postgres://owner:p%40ss@restored:5432/stsphera",
  );
  expect(restoredUrl("postgres://owner:p@postgres:5432/stsphera", "localhost:5102")).toContain(
    "@localhost:5102/",
  );
});
