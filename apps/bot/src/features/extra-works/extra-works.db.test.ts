import { getExtra, listExtras } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../testing/chats.ts";
import { relayNotices } from "../../testing/relay-notices.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "project_manager"] });
});
afterEach(() => closeQuiet(bot));

const relay = () => relayNotices(bot);

test("a foreman reports an extra work, and the manager makes it a volume from the message", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Доп. работа");
  await bot.say(FOREMAN, "Заделка проёма под вентиляцию");
  await bot.press(FOREMAN, "шт");
  await bot.say(FOREMAN, "4");
  await bot.say(FOREMAN, "Юг 1, оси Д–Е");
  await bot.press(FOREMAN, "Заказчик");
  await bot.press(FOREMAN, "Сообщить");
  expect(bot.last(FOREMAN).text).toContain("➕ Доп. работа: Заделка проёма под вентиляцию");
  expect(bot.last(FOREMAN).text).toContain("Заказчику  на словах, 0\u00a0дн.");
  await relay();
  expect(bot.captions(MANAGER)).toEqual(["Принять", "Отклонить", "Открыть"]);
  await bot.press(MANAGER, "Принять");
  await bot.press(MANAGER, "Юг");
  await bot.press(MANAGER, "1");
  await bot.press(MANAGER, "Монтаж модулей");
  await bot.say(MANAGER, "письмо № 112 от 07.09");
  const manager = bot.world.ctx(await bot.world.as("project_manager"), { now: bot.now() });
  const { items } = await listExtras.run(manager, { objectId: object.id });
  const card = await getExtra.run(manager, { extraId: items[0]?.id ?? 0 });
  expect(card).toMatchObject({
    status: "accepted",
    quantity: "4",
    document: "письмо № 112 от 07.09",
    volume: { facade: "Юг", floor: "1", workType: { code: "МОД" } },
  });
  await relay();
  expect(bot.last(FOREMAN).text).toContain("✅ В плане: Заделка проёма под вентиляцию");
});
