import type { TestObject } from "@stsphera/core/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answered, contractAsker } from "../testing/contract-asker.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";
import { userRoutes } from "./users.ts";

let api: TestApi;
let object: TestObject;
const { ask, notAsked } = contractAsker(() => api, userRoutes);

beforeAll(async () => {
  api = await openApi();
  object = await api.world.createTestObject({ team: ["construction_itr"], volumes: [] });
});
afterAll(() => api.close());

test("a person is listed, gets another role and loses access, and their open work is reported", async () => {
  const { world } = api;
  const [admin, manager] = [await world.as("admin"), await world.as("project_manager")];
  const ids = { userId: manager.id };
  const { items } = await ask<{ items: Answered[] }>("GET /api/users", { as: manager });
  expect(items.map(({ id }) => id)).toContain(manager.id);
  const card = await ask<Answered>("GET /api/users/:userId", { as: admin, ids });
  const body = { role: "design_head", version: card.version };
  const changed = await ask<Answered>("PATCH /api/users/:userId", { as: admin, ids, body });
  const gone = await ask<{ leaves: unknown }>("POST /api/users/:userId/transitions", {
    as: admin,
    ids,
    body: { to: "deactivated", version: changed.version, reason: "ушёл из компании" },
  });
  expect(gone.leaves).toEqual({
    openTasks: 0,
    tasksOn: [],
    objectsWithoutManager: [{ id: object.id, name: "СПК Блок Б" }],
    headOf: [],
  });
});

test("a newcomer's card shows the invitation", async () => {
  const { world } = api;
  const manager = await world.as("project_manager");
  const newcomer = await world.createUser({ role: null, status: "pending" });
  await world.db.sql`
    with made as (
      insert into invitations (code, object_id, role, max_uses, uses, expires_at, created_by, created_at)
      values ('qwertyuiopasdfghjklzxc', ${object.id}, 'pto', 1, 1, ${world.now}, ${manager.id}, ${world.now})
      returning id)
    insert into invitation_uses (invitation_id, user_id, used_at) select id, ${newcomer.id}::int, ${world.now} from made`;
  const as = await world.as("admin");
  const card = await ask<{ invitation: unknown }>("GET /api/users/:userId", {
    as,
    ids: { userId: newcomer.id },
  });
  expect(card.invitation).toMatchObject({ role: "pto", object: { id: object.id } });
});

test("every route was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
