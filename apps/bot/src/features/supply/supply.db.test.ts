import { getSupply, listSupply } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../testing/chats.ts";
import { relayNotices } from "../../testing/relay-notices.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "project_manager", "supply"] });
});
afterEach(() => closeQuiet(bot));

const manager = async () => bot.world.ctx(await bot.world.as("project_manager"), { now: bot.now() });
const only = async () => {
  const { items } = await listSupply.run(await manager(), { objectId: object.id, state: "all" });
  return getSupply.run(await manager(), { orderId: items[0]?.id ?? 0 });
};

/** The foreman asks for 24 tubes. */
async function order(): Promise<void> {
  await bot.say(FOREMAN, "/neworder");
  await bot.say(FOREMAN, "Герметик шовный");
  await bot.press(FOREMAN, "шт");
  await bot.say(FOREMAN, "24");
  await bot.press(FOREMAN, "Завтра");
  await bot.photo(FOREMAN, "empty-pack");
  await bot.press(FOREMAN, "Отправить");
}

test("a foreman orders with the photo of the empty pack; the manager approves from the message", async () => {
  await order();
  await relayNotices(bot);
  expect(await only()).toMatchObject({ status: "requested", quantity: "24", files: [{}] });
  expect(bot.captions(MANAGER)).toEqual(["Согласовать", "Отклонить", "Открыть"]);
  await bot.press(MANAGER, "Согласовать");
  expect(await only()).toMatchObject({ status: "approved" });
});

test("what is on its way is received by its waybill; fewer tubes than shipped open a discrepancy", async () => {
  await order();
  await bot.world.db.read(
    "update supply_orders set status = 'shipped', supplier = 'Снаб' where object_id = $1",
    [object.id],
  );
  await bot.world.db.read("update supply_lines set shipped = 24", []);
  await bot.say(FOREMAN, "/orders");
  await bot.press(FOREMAN, "Герметик шовный");
  await bot.press(FOREMAN, "Приехало");
  await bot.say(FOREMAN, "25");
  expect(bot.last(FOREMAN).text).toContain("24");
  await bot.say(FOREMAN, "22");
  await bot.photo(FOREMAN, "waybill");
  await bot.press(FOREMAN, "Принято");
  const received = await only();
  expect(received).toMatchObject({
    status: "partially_received",
    lines: [{ received: "22", rest: "2" }],
    discrepancies: [{ quantity: "2", status: "open" }],
    receipts: [{ files: [{}] }],
  });
  expect(bot.last(FOREMAN).text).toContain("Не хватает");
  await bot.press(FOREMAN, "Довезли");
  expect(await only()).toMatchObject({ status: "delivered", discrepancies: [{ status: "delivered" }] });
});
