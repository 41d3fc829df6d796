import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, GEODESIST } from "../../testing/chats.ts";

const PLANNING = {
  team: ["construction_itr", "geodesist"] as const,
  active: false,
  passport: { name: "НВФ Школа" },
};
let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ ...PLANNING });
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterAll(() => closeQuiet(bot));

test("an object that is not active yet is not offered", async () => {
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт · СПК Блок Б");
});

test("fact.not_active: a user whose only object is not active is told so", async () => {
  await bot.say(GEODESIST, "/fact");
  expect(bot.last(GEODESIST).text).toBe(
    "<b>⏸ НВФ Школа: факт пока не принимается</b>\n────────────────\nОбъект: черновик.",
  );
  await bot.say(GEODESIST, "5");
  expect(bot.last(GEODESIST).text).toBe("Здесь работают команды и кнопки.");
});

test("fact.no_object: a user without a team is told who can add them", async () => {
  const stranger = Number((await bot.world.createUser()).telegramId);
  await bot.say(stranger, "/fact");
  expect(bot.last(stranger).text).toBe(
    "<b>🔎 Вы пока не в команде объекта</b>\n────────────────\nДобавляет руководитель проекта.",
  );
  await bot.say(stranger, "/menu");
  expect(bot.last(stranger).text).toContain("🔎 Объектов нет");
});

test("several active objects are offered, the chosen one is remembered for the menu", async () => {
  await bot.world.createTestObject({ team: ["construction_itr"], passport: { name: "Башня" } });
  await bot.say(FOREMAN, "/cancel");
  await bot.say(FOREMAN, "/fact");
  expect(bot.captions(FOREMAN)).toEqual(["Башня", "СПК Блок Б", "Отмена"]);
  await bot.press(FOREMAN, "СПК Блок Б");
  await bot.say(FOREMAN, "/menu");
  expect(bot.last(FOREMAN).text).toContain("🏗 СПК Блок Б · смена");
  await bot.press(FOREMAN, "Другой объект");
  await bot.press(FOREMAN, "Башня");
  expect(bot.last(FOREMAN).text).toContain("🏗 Башня · смена");
});
