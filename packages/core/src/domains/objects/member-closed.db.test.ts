import { afterEach, beforeEach, expect, test } from "vitest";
import { openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import type { World } from "../../testing/index.ts";
import { changeUserStatus } from "../people/index.ts";
import { createTask } from "../tasks/index.ts";

let desk: RelayDesk;
let world: World;
beforeEach(async () => {
  desk = await openRelayDesk();
  ({ world } = desk);
});
afterEach(() => desk.close());

test("the managers of an object are told of a member whose access was closed, with what is left open", async () => {
  const supplier = await world.createUser({ role: "supply" });
  const members = [{ actor: supplier, roles: ["supply" as const] }];
  const here = await world.createTestObject({ team: ["project_manager", "pto"], members });
  await world.createTestObject({ team: ["project_manager"] });
  const over = await world.createTestObject({ team: ["project_manager"], members });
  await world.db.sql`update objects set status = 'closed' where id = ${over.id}`;
  const manager = await world.as("project_manager");
  await createTask.run(world.ctx(manager), {
    objectId: here.id,
    title: "Заказать анкеры",
    assigneeId: supplier.id,
    deadline: "2026-09-20",
  });
  await desk.relay();
  const before = (await desk.deliveries()).length;
  const [row] = await world.db.read<{ version: number }>("select version from users where id = $1", [
    supplier.id,
  ]);
  await changeUserStatus.run(world.ctx(await world.as("admin")), {
    userId: supplier.id,
    to: "deactivated",
    version: row?.version ?? 0,
    reason: "уволен по собственному",
  });
  await desk.relay();
  const told = (await desk.deliveries()).slice(before).filter(({ chat }) => chat !== supplier.telegramId);
  expect(told.map(({ chat }) => chat)).toEqual([manager.telegramId]);
  expect(told[0]?.text).toContain("👥 Доступ закрыт");
  expect(told[0]?.text).toContain("Объект  СПК Блок Б");
  expect(told[0]?.text).toContain("Открытых задач  1");
  expect(told[0]?.buttons.map(({ text }) => text)).toEqual(["Открыть команду"]);
});
