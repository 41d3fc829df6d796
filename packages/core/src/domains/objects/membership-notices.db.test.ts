import { afterEach, beforeEach, expect, test } from "vitest";
import { openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import type { World } from "../../testing/index.ts";
import { setObjectTeam } from "./index.ts";

let desk: RelayDesk;
let world: World;

beforeEach(async () => {
  desk = await openRelayDesk();
  ({ world } = desk);
});
afterEach(() => desk.close());

test("who is added to a team, gets other roles in it or leaves it is told, and nobody else", async () => {
  const manager = await world.as("project_manager");
  const foreman = await world.as("construction_itr");
  const supplier = await world.as("supply");
  const { id: objectId } = await world.createTestObject({ team: ["supply"] });
  const manages = { userId: manager.id, roles: ["project_manager" as const] };
  const save = async (
    members: { userId: number; roles: ("project_manager" | "construction_itr" | "pto")[] }[],
  ) => {
    const [object] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
      objectId,
    ]);
    await setObjectTeam.run(world.ctx(await world.again(manager)), {
      objectId,
      version: object?.version ?? 0,
      members: [manages, ...members],
    });
    await desk.relay();
    return desk.deliveries();
  };
  await desk.relay();
  const before = (await desk.deliveries()).length;

  const first = (await save([{ userId: foreman.id, roles: ["construction_itr"] }])).slice(before);
  const joined = first.find(({ chat }) => chat === foreman.telegramId);
  expect(joined?.text).toContain("Вы в команде объекта");
  expect(joined?.text).toContain("Объект  СПК Блок Б\nРоль  Прораб (ИТР)\nРешение  Дёмин");
  const left = first.find(({ chat }) => chat === supplier.telegramId);
  expect(left?.text).toContain("Вы больше не в команде объекта");
  expect(left?.text).not.toContain("Роль");
  expect(first).toHaveLength(2);

  const second = (await save([{ userId: foreman.id, roles: ["construction_itr", "pto"] }])).slice(before + 2);
  expect(second.map(({ chat }) => chat)).toEqual([foreman.telegramId]);
  expect(second[0]?.text).toContain("Ваши роли на объекте изменены");

  const rows = await world.db.read<{ type: string; object: number | null; link: string }>(
    `select type, object_id as object, deep_link as link from notifications where type like 'object.%' order by id`,
    [],
  );
  expect(rows.slice(-3)).toEqual(
    expect.arrayContaining([
      { type: "object.member", object: objectId, link: `o${objectId}` },
      { type: "object.left", object: null, link: expect.stringMatching(/^n\d+$/) },
    ]),
  );
});
