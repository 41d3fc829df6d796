import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, createBotWorld } from "../testing/bot-world.ts";
import { VIEWER } from "../testing/chats.ts";

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
