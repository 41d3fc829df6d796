import { createDatabase } from "@stsphera/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

/** As long as the limits of requests, in shorter time. */
const LIMITS = { statement: "700ms", readLock: "200ms", commandLock: "300ms", idle: "5s" };
const CONNECTIONS = 2;

let api: TestApi;

beforeAll(async () => {
  api = await openApi(({ db }) => {
    const { host, port, user, pass, database } = db.sql.options;
    const url = `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`;
    return { db: createDatabase(url, { max: CONNECTIONS, limits: LIMITS }) };
  });
});
afterAll(async () => {
  await api.deps.db.close();
  await api.close();
});

/** Holds a table as a change of its columns does, until the work is done. */
async function whileLocked<R>(table: string, work: () => Promise<R>): Promise<R> {
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = api.world.db.sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in access exclusive mode`);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  try {
    return await work();
  } finally {
    release.resolve();
    await holding;
  }
}

test("a locked table answers 503 with a sentence; readiness and the other screens answer", async () => {
  const object = await api.world.createTestObject();
  const manager = await api.world.as("project_manager");
  const [locked, other] = [`/api/objects/${object.id}/dashboard`, "/api/notifications/summary"];
  for (const path of [locked, other]) expect((await api.call("GET", path, { as: manager })).status).toBe(200);

  const [waiting, ready, answers] = await whileLocked("object_sums", async () => {
    // More than there are connections, so that the others stand in line behind them.
    const reads = Array.from({ length: CONNECTIONS * 3 }, () => api.call("GET", locked, { as: manager }));
    const asked = Array.from({ length: 3 }, () => api.call("GET", other, { as: manager }));
    return [await Promise.all(reads), await api.call("GET", "/readyz"), await Promise.all(asked)] as const;
  });
  expect(answers.map(verdict)).toEqual(["200", "200", "200"]);
  expect(ready.status).toBe(200);
  for (const answer of waiting) {
    expect(verdict(answer)).toBe("503 unavailable");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(errorOf(answer).message).toContain("Повторите через несколько секунд");
  }
  expect((await api.call("GET", locked, { as: manager })).status).toBe(200);
});

test("readiness does not depend on the queue: its age is left out while it is locked", async () => {
  const ready = await whileLocked("outbox", () => api.call("GET", "/readyz"));
  expect(ready).toMatchObject({ status: 200, body: { status: "ready", queueAgeSeconds: null } });
});

test("a command that waits for a lock is refused, writes nothing and can be sent again", async () => {
  const admin = await api.world.as("admin");
  const key = { "idempotency-key": "8f1b0c52-5f3e-4a38-9a3a-0a8f4f0f7d21" };
  const rename = () => api.call("PATCH", "/api/me", { as: admin, body: { locale: "en" }, headers: key });
  const before = await api.world.traces();
  const refused = await whileLocked("audit_log", rename);
  expect(verdict(refused)).toBe("503 unavailable");
  expect(await api.world.traces()).toEqual(before);
  expect((await rename()).status).toBe(200);
  expect((await api.world.traces()).audit).toBe(before.audit + 1);
});

test("a statement that runs too long is ended, and the connection serves on", async () => {
  const { read } = api.deps.db;
  await expect(read("select pg_sleep(20)::text", [])).rejects.toMatchObject({ code: "57014" });
  expect(await read("select 1 as n", [])).toEqual([{ n: 1 }]);
});
