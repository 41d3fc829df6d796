import { createDatabase } from "@stsphera/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { startServer } from "../service/server.ts";
import { errorOf, verdict } from "../testing/errors.ts";
import { initData } from "../testing/init-data.ts";
import { BOT_TOKEN, JWT_SECRET, openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test("regression 41: a failing dashboard returns an error, never zeros", async () => {
  const object = await api.world.createTestObject();
  const manager = await api.world.as("project_manager");
  const paths = ["/api/dashboard", `/api/objects/${object.id}/dashboard`];
  for (const path of paths) expect((await api.call("GET", path, { as: manager })).status).toBe(200);
  await api.world.db.sql.unsafe("alter table object_sums rename to object_sums_away");
  try {
    for (const path of paths) {
      const answer = await api.call("GET", path, { as: manager });
      expect(`${path} ${verdict(answer)}`).toBe(`${path} 500 internal`);
      expect(Object.keys(answer.body as object)).toEqual(["error"]);
      const text = JSON.stringify(answer.body);
      expect(text).not.toMatch(/object_sums|relation|select|\.ts|at /i);
      const { requestId } = errorOf(answer);
      const logged = api.log.filter((line) => line.includes(requestId) && line.includes("request failed"));
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain("42P01");
    }
  } finally {
    await api.world.db.sql.unsafe("alter table object_sums_away rename to object_sums");
  }
});

test("regression 41: while the database is away the dashboard is 503 with Retry-After", async () => {
  const away = createDatabase("postgres://nobody:none@127.0.0.1:9/none", { max: 2 });
  const lines: string[] = [];
  const server = await startServer(createApp({ ...api.deps, db: away }).fetch, {
    host: "127.0.0.1",
    port: 0,
  });
  try {
    const admin = await api.world.as("admin");
    const headers = { authorization: `Bearer ${api.token(admin)}` };
    for (const path of ["/api/dashboard", "/api/me"]) {
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
      expect(`${path} ${response.status}`).toBe(`${path} 503`);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      lines.push(await response.text());
    }
    const ready = await fetch(`http://127.0.0.1:${server.port}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: "not_ready", checks: { database: false } });
    const alive = await fetch(`http://127.0.0.1:${server.port}/healthz`);
    expect(alive.status).toBe(200);
    await alive.arrayBuffer();
    const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
    expect(metrics).toContain("database_up 0");
  } finally {
    await server.stop();
    await away.close();
  }
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ error: { code: "unavailable" } });
});

test("an answer that takes too long becomes 503", async () => {
  const slow: TestApi["deps"] = {
    ...api.deps,
    timeoutMs: 50,
    db: { ...api.world.db, read: () => new Promise(() => undefined) },
  };
  const server = await startServer(createApp(slow).fetch, { host: "127.0.0.1", port: 0 });
  const headers = { authorization: `Bearer ${api.token(await api.world.as("admin"))}` };
  const response = await fetch(`http://127.0.0.1:${server.port}/api/objects`, { headers });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ error: { code: "unavailable" } });
  await server.stop();
});

test("regression 18: no token, secret or initData reaches the log or an answer", async () => {
  const data = initData({ at: api.world.now, fields: { start_param: "o1_fact_secretmark" } });
  const session = await api.call("POST", "/api/auth/telegram", { body: { initData: data } });
  const { accessToken, refreshToken } = session.body as { accessToken: string; refreshToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  await api.call("GET", "/api/me", { headers });
  await api.call("GET", `/api/users?search=Белов&cursor=${accessToken}`, { headers });
  await api.call("POST", "/api/auth/refresh", { body: { refreshToken } });
  await api.call("POST", "/api/auth/telegram", { body: { initData: `${data}&x=1` } });

  const leaking = new Error(
    `https://api.telegram.org/file/bot${BOT_TOKEN}/photo.jpg signed with ${JWT_SECRET}`,
  );
  const broken = { ...api.deps, db: { ...api.world.db, read: () => Promise.reject(leaking) } };
  const server = await startServer(createApp(broken).fetch, { host: "127.0.0.1", port: 0 });
  const answer = await (await fetch(`http://127.0.0.1:${server.port}/api/me`, { headers })).text();
  await server.stop();

  const written = api.log.join("") + answer;
  expect(api.log.length).toBeGreaterThan(5);
  expect(written).toContain("[secret]");
  const hash = new URLSearchParams(data).get("hash") ?? "";
  for (const secret of [BOT_TOKEN, JWT_SECRET, accessToken, refreshToken, hash, "secretmark", "Белов"]) {
    expect(written).not.toContain(secret);
  }
  const stored = await api.world.db.read<{ all: string }>(
    "select coalesce(json_agg(a)::text, '') as all from (select * from audit_log) a",
    [],
  );
  expect(stored[0]?.all).not.toContain(BOT_TOKEN);
});

test("readiness reports the database, the schema and the queue", async () => {
  const ready = await api.call("GET", "/readyz");
  expect(ready.status).toBe(200);
  expect(ready.body).toMatchObject({
    status: "ready",
    checks: { process: true, database: true, migrations: true, bucket: true },
    store: "ok",
    queueAgeSeconds: expect.any(Number),
  });
  api.deps.service.stopping = true;
  expect((await api.call("GET", "/readyz")).status).toBe(503);
  api.deps.service.stopping = false;
});

test.each([
  ["no_bucket", 503],
  ["away", 200],
  ["unknown", 200],
] as const)("with a store that is %s, readiness answers %s", async (store, status) => {
  const answer = await createApp({ ...api.deps, storeState: () => Promise.resolve(store) }).request(
    "/readyz",
  );
  expect(answer.status).toBe(status);
});

test("metrics count answers by route, never by path", async () => {
  await api.call("GET", "/api/objects/4711");
  const { body } = await api.call("GET", "/metrics");
  expect(body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/readyz",status="200"\} \d/,
  );
  expect(body).toContain("database_up 1");
  expect(body).toContain("database_connections");
  // Figures may hold any digits; only labels are looked at.
  expect(
    String(body)
      .split("\n")
      .filter((line) => line.startsWith("http_") && /{[^}]*4711/.test(line)),
  ).toEqual([]);
});
