import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { ADMINISTRATION } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
const { ask, notAsked } = contractAsker(() => api, ADMINISTRATION);

beforeAll(async () => {
  api = await openApi();
  await api.world.createTestObject();
});
afterAll(() => api.close());

test("an administrator reads the log, takes it out, looks at the health and sends a message again", async () => {
  const { world } = api;
  const as = await world.as("admin");
  const log = await ask<{ items: { what: string }[] }>("GET /api/audit/log", { as, query: "?limit=5" });
  expect(log.items.length).toBeGreaterThan(0);
  const { key } = await ask<{ key: string }>("POST /api/audit/exports", { as, body: { kind: "object" } });
  const rows = await ask<{ items: { entityType: string }[] }>("GET /api/audit/exports/:key", {
    as,
    ids: { key },
  });
  expect(new Set(rows.items.map(({ entityType }) => entityType))).toEqual(new Set(["object"]));

  const [message] = await world.db.sql<{ id: number }[]>`
    insert into deliveries (dedupe_key, chat_id, user_id, method, params, priority, status, not_before, created_at, error)
    values ('lost', 7, ${as.id}, 'sendMessage', '{"text": "x"}', 2, 'failed', ${world.now}, ${world.now}, 'Bad Request')
    returning id::int as id`;
  const health = await ask<{ needs: { name: string }[] }>("GET /api/system/health", { as });
  expect(health.needs.map(({ name }) => name)).toContain("messages_failed");
  const failed = await ask<{ items: { id: number }[] }>("GET /api/system/failed-messages", { as });
  expect(failed.items.map(({ id }) => id)).toEqual([message?.id]);
  const ids = { deliveryId: message?.id ?? 0 };
  await ask("POST /api/system/failed-messages/:deliveryId/repeat", { as, ids });
  expect(await ask("GET /api/system/failed-messages", { as })).toEqual({ items: [], nextCursor: null });
});

test("the alerts are tried; a person reads their agreement, takes their data out, asks for erasure and agrees again", async () => {
  const { world } = api;
  const admin = await world.as("admin");
  await ask("POST /api/system/alert-tests", { as: admin });
  const as = await world.createUser({ fullName: "Вера Просящая" });
  await ask("GET /api/me/consent", { as });
  await ask("POST /api/me/data-exports", { as });
  await ask("POST /api/me/erasure-requests", { as });
  await ask("POST /api/me/consents", { as });
  expect(await ask("GET /api/me/consent", { as })).toMatchObject({ withdrawnAt: null, askedAt: null });
  await ask("POST /api/users/:userId/data-exports", { as: admin, ids: { userId: as.id } });
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
