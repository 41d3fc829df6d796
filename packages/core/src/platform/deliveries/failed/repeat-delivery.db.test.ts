import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { listFailedDeliveries } from "./list-failed-deliveries.ts";
import { repeatDelivery } from "./repeat-delivery.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function failed(key: string, userId: number, params: object): Promise<number> {
  const [row] = await world.db.sql<{ id: number }[]>`
    insert into deliveries (dedupe_key, chat_id, user_id, method, params, priority, status, not_before, created_at, error)
    values (${key}, 7, ${userId}, 'sendMessage', ${world.db.sql.json(params as never)}, 2, 'failed', ${world.now},
      ${world.now}, 'Bad Request') returning id::int as id`;
  return row?.id ?? 0;
}
const statusOf = async (id: number) =>
  (await world.db.sql<{ status: string }[]>`select status from deliveries where id = ${id}`)[0]?.status;

test("a failed message is sent again once; one to who blocked the bot, or without its text, is not", async () => {
  const admin = await world.as("admin");
  const [reached, lost] = [await world.createUser({}), await world.createUser({})];
  await world.db.sql`update users set unreachable_at = ${world.now} where id = ${lost.id}`;
  const good = await failed("a", reached.id, { text: "привет" });
  const blocked = await failed("b", lost.id, { text: "привет" });
  const emptied = await failed("c", reached.id, {});
  const { items } = await listFailedDeliveries.run(world.ctx(admin), {});
  expect(items.map(({ id, mayRepeat }) => [id, mayRepeat])).toEqual([
    [emptied, false],
    [blocked, false],
    [good, true],
  ]);
  const repeat = (deliveryId: number) => repeatDelivery.run(world.ctx(admin), { deliveryId });
  await repeat(good);
  expect(await statusOf(good)).toBe("queued");
  const before = await world.traces();
  for (const id of [good, blocked, emptied]) expect((await refusalOf(repeat(id))).code).toBe("conflict");
  const manager = world.ctx(await world.as("project_manager"));
  expect((await refusalOf(repeatDelivery.run(manager, { deliveryId: blocked }))).code).toBe("forbidden");
  expect(await world.traces()).toEqual(before);
  expect(await statusOf(blocked)).toBe("failed");
});
