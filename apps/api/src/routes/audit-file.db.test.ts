import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const ROWS = 2_345;

test("an export is a CSV file of every row its filters find, read page by page, under a Cyrillic name", async () => {
  const { world } = api;
  const director = await world.as("director");
  await world.db.sql`
    insert into audit_log (command_id, action, entity_type, entity_id, actor_id, request_id, at, after)
    select gen_random_uuid(), 'zone.update', 'zone', n, ${director.id}::int, 'x', ${world.now}, '{"name": "зона"}'
    from generate_series(1, ${ROWS}::int) n`;
  const made = await api.call("POST", "/api/audit/exports", { as: director, body: { kind: "zone" } });
  expect(made.status).toBe(201);
  const { key, fileName } = made.body as { key: string; fileName: string };
  const file = await api.call("GET", `/api/audit/exports/${key}/file`, { as: director });
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toContain(
    `filename*=UTF-8''${encodeURIComponent(fileName)}`,
  );
  const lines = String(file.body).trimEnd().split("\r\n");
  expect(lines).toHaveLength(ROWS + 1);
  expect(new Set(lines).size).toBe(ROWS + 1);
  expect(lines[1]).toContain(";Название: — → зона;");
});

test("the file is refused to others, without a token, and under another key", async () => {
  const director = await api.world.as("director");
  const made = await api.call("POST", "/api/audit/exports", { as: director, body: {} });
  const { key } = made.body as { key: string };
  const path = `/api/audit/exports/${key}/file`;
  expect((await api.call("GET", path)).status).toBe(401);
  expect((await api.call("GET", path, { as: await api.world.as("admin") })).status).toBe(404);
  expect((await api.call("GET", path, { as: await api.world.as("pto") })).status).toBe(403);
  expect((await api.call("GET", "/api/audit/exports/strange/file", { as: director })).status).toBe(404);
});
