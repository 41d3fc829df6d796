import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, createBotWorld } from "../testing/bot-world.ts";
import { ADMIN, VIEWER } from "../testing/chats.ts";

let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr", "viewer"] });
});
afterAll(() => bot.close());

test.each(["/fact", "/photo"])(
  "%s of a member without the right names the right, not the team",
  async (command) => {
    await bot.say(VIEWER, command);
    expect(bot.last(VIEWER).text).toContain("⚠️ Нет права: внести факт");
  },
);

test("/fact and /photo of an admin in no team lead to the company's objects", async () => {
  await bot.say(ADMIN, "/fact");
  expect(bot.last(ADMIN).text).toContain("📐 Факт · СПК Блок Б");
  await bot.press(ADMIN, "Модули · Юг 1 ");
  await bot.say(ADMIN, "2");
  await bot.press(ADMIN, "Записать");
  expect(bot.last(ADMIN).text).toContain("✅ Записано: модули, 2");
  await bot.say(ADMIN, "/photo");
  expect(bot.last(ADMIN).text).toContain("Пришлите фото с объекта СПК Блок Б");
});

test("/tasks of a member who may not see tasks names the right, and a person in no team has an empty list", async () => {
  await bot.say(VIEWER, "/tasks");
  expect(bot.last(VIEWER).text).toContain("⚠️ Нет права: смотреть задачи");
  const newcomer = Number((await bot.world.createUser({ role: "construction_itr" })).telegramId);
  await bot.say(newcomer, "/tasks");
  expect(bot.last(newcomer).text).toContain("Задач нет");
});

test.each(["/fact", "/photo"])(
  "%s of a foreman in no team names the team, not the right",
  async (command) => {
    const newcomer = Number((await bot.world.createUser({ role: "construction_itr" })).telegramId);
    await bot.say(newcomer, command);
    expect(bot.last(newcomer).text).toContain("🔎 Вы пока не в команде объекта");
  },
);
