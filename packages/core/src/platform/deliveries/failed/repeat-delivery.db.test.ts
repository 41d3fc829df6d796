import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { NO_PROBES, readSystemState } from "../../watch/index.ts";
import { listFailedDeliveries } from "./list-failed-deliveries.ts";
import { repeatDelivery } from "./repeat-delivery.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function failed(key: string, userId: number, params: object, error = "Bad Request"): Promise<number> {
  const [row] = await world.db.sql<{ id: number }[]>`
    insert into deliveries (dedupe_key, chat_id, user_id, method, params, priority, status, not_before, created_at, error)
    values (${key}, 7, ${userId}, 'sendMessage', ${world.db.sql.json(params as never)}, 2, 'failed', ${world.now},
      ${world.now}, ${error}) returning id::int as id`;
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

test("health counts the messages that the page lists, and not again when who blocked the bot comes back", async () => {
  const admin = await world.as("admin");
  const person = await world.createUser({});
  await world.db.sql`delete from deliveries`;
  await failed("d", person.id, { text: "a" });
  await failed("e", person.id, { text: "b" }, "Forbidden: bot was blocked by the user");
  await failed("f", person.id, { text: "c" });
  await world.db
    .sql`update deliveries set created_at = ${new Date(world.now.getTime() - 8 * 86_400_000)} where dedupe_key = 'f'`;
  const counts = async () => {
    const { deliveries } = await readSystemState(world.db, world.now, NO_PROBES);
    const { items } = await listFailedDeliveries.run(world.ctx(admin), {});
    return [deliveries.failed, deliveries.unwanted, items.length];
  };
  await world.db.sql`update users set unreachable_at = ${world.now} where id = ${person.id}`;
  expect(await counts()).toEqual([1, 1, 2]);
  await world.db.sql`update users set unreachable_at = null where id = ${person.id}`;
  expect(await counts()).toEqual([1, 1, 2]);
  const { items } = await listFailedDeliveries.run(world.ctx(admin), {});
  expect(items.map(({ mayRepeat }) => mayRepeat)).toEqual([true, true]);
});
