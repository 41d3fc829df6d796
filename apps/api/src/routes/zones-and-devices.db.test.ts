import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { ZONES_AND_DEVICES } from "../testing/journeys.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";
import { browser } from "./examples/sign-in.ts";

let api: TestApi;
let object: TestObject;
let admin: UserActor;
let manager: UserActor;
let foreman: UserActor;
const { ask, notAsked } = contractAsker(() => api, ZONES_AND_DEVICES);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject();
  admin = await api.world.as("admin");
  manager = await api.world.as("project_manager");
  foreman = await api.world.as("construction_itr");
});
afterAll(() => api.close());

type Versioned = { id: number; version: number };
const one = async (text: string, ...params: unknown[]) => {
  const [row] = await api.world.db.read<Versioned>(text, params);
  if (row === undefined) throw new Error(`nothing was found: ${text}`);
  return row;
};

test("a zone is marked out, handed over and removed", async () => {
  const ids = { objectId: object.id };
  const facade = await one("select id from facades where object_id = $1 order by sort limit 1", object.id);
  const floor = await one("select id from floors where object_id = $1 order by sort limit 1", object.id);
  const body = {
    name: "Ю-1",
    facadeId: facade.id,
    fromFloorId: floor.id,
    toFloorId: floor.id,
    foremanId: foreman.id,
  };
  const made = await ask<Versioned>("POST /api/objects/:objectId/zones", { as: manager, ids, body });
  const zone = { zoneId: made.id };
  const changed = await ask<Versioned>("PATCH /api/zones/:zoneId", {
    as: manager,
    ids: zone,
    body: { version: made.version, foremanId: null },
  });
  const { items } = await ask<{ items: { foreman: unknown }[] }>("GET /api/objects/:objectId/zones", {
    as: foreman,
    ids,
  });
  expect(items).toMatchObject([{ foreman: null }]);
  await ask("DELETE /api/zones/:zoneId", { as: manager, ids: zone, body: { version: changed.version } });
});

test("a crew gets a size and people, a work type another name", async () => {
  const made = await api.call("POST", "/api/crews", {
    as: admin,
    body: { code: "Б-71", name: "Бригада 1", lead: "Юсупов", size: 6, objectId: object.id },
  });
  const crew = made.body as Versioned;
  const ids = { crewId: crew.id };
  await ask("PATCH /api/crews/:crewId", { as: manager, ids, body: { version: crew.version, size: 7 } });
  await ask("PUT /api/crews/:crewId/members", { as: manager, ids, body: { userIds: [foreman.id] } });
  const work = await one("select id, version from work_types order by id limit 1");
  const body = { version: work.version, name: "Модули фасада" };
  await ask("PATCH /api/work-types/:workTypeId", { as: admin, ids: { workTypeId: work.id }, body });
});

test("the numbers of an object are told apart, and a move of it is undone", async () => {
  const ids = { objectId: object.id };
  await ask("GET /api/objects/:objectId/breakdown", { as: manager, ids });
  const body = { to: "on_hold", reason: "Нет фронта", version: object.version };
  const held = await api.call("POST", `/api/objects/${object.id}/transitions`, { as: manager, body });
  expect(held.status).toBe(200);
  await ask("POST /api/objects/:objectId/undo", { as: manager, ids });
});

test("devices and passkeys are listed, and one of each and then all devices are signed out", async () => {
  const later = new Date(api.world.now.getTime() + 86_400_000);
  const session = await one(
    `insert into sessions (family, user_id, kind, browser, address, created_at, last_seen_at, expires_at)
     values (gen_random_uuid(), $1, 'link', 'Chrome, Windows', '203.0.113.7', $2, $2, $3) returning id`,
    foreman.id,
    api.world.now,
    later,
  );
  const passkey = await one(
    `insert into passkeys (user_id, credential_id, public_key, counter, name, created_at)
     values ($1, 'a', 'b', 0, 'Chrome, Android', $2) returning id`,
    foreman.id,
    api.world.now,
  );
  await ask("GET /api/me/sessions", { as: foreman });
  const ids = { sessionId: session.id };
  await ask("GET /api/me/push", { as: foreman });
  await ask("POST /api/me/sessions/:sessionId/push", { as: foreman, ids, body: browser });
  await ask("POST /api/me/sessions/:sessionId/push/trials", { as: foreman, ids });
  await ask("DELETE /api/me/sessions/:sessionId/push", { as: foreman, ids });
  await ask("GET /api/me/passkeys", { as: foreman });
  await ask("DELETE /api/me/passkeys/:passkeyId", { as: foreman, ids: { passkeyId: passkey.id } });
  await ask("DELETE /api/me/sessions/:sessionId", { as: foreman, ids: { sessionId: session.id } });
  await ask("DELETE /api/me/sessions", { as: foreman });
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
