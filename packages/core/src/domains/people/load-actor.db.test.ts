import { afterAll, beforeAll, expect, test } from "vitest";
import { setObjectTeam } from "../objects/index.ts";
import { createTestWorld, type World } from "../../testing/index.ts";
import { loadActor } from "../../kernel/index.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("an actor is the user with their roles on every object", async () => {
  const object = await world.createTestObject({ team: ["construction_itr"], volumes: [] });
  const foreman = await world.as("construction_itr");
  const manager = await world.as("project_manager");
  await setObjectTeam.run(world.ctx(await world.as("admin")), {
    objectId: object.id,
    version: object.version,
    members: [
      { userId: foreman.id, roles: ["construction_itr", "geodesist"] },
      { userId: manager.id, roles: ["project_manager"] },
    ],
  });
  const actor = await loadActor(world.db, { userId: foreman.id }, world.now);
  expect(actor).toEqual({
    kind: "user",
    id: foreman.id,
    telegramId: "1000011",
    role: "construction_itr",
    status: "active",
    fullName: "Сергей Белов",
    locale: "ru",
    timeZone: "Europe/Moscow",
    objectRoles: { [object.id]: ["construction_itr", "geodesist"] },
  });
});

test("a Telegram id beyond 32 bits finds its user", async () => {
  await world.db.sql`
    insert into users (telegram_id, full_name, status, created_at) values (7999999999999, 'Яна Кац', 'pending', now())`;
  const actor = await loadActor(world.db, { telegramId: "7999999999999" }, world.now);
  expect(actor?.telegramId).toBe("7999999999999");
  expect(actor?.objectRoles).toEqual({});
});

test("an unknown id gives null", async () => {
  expect(await loadActor(world.db, { telegramId: "999" }, world.now)).toBeNull();
  expect(await loadActor(world.db, { userId: 999_999 }, world.now)).toBeNull();
});
