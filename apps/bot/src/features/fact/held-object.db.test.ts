import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

const HELD = "⏸ Объект приостановлен с 8 сентября: факт вносят за дни до этого";

let bot: BotWorld;
beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
  await bot.world.db.sql`update objects set status = 'on_hold', held_since = '2026-09-08'`;
});
afterEach(() => closeQuiet(bot));

test("a paused object says at once that today takes no facts, and takes those of the days before", async () => {
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain(HELD);
  expect(bot.captions(FOREMAN)).toEqual(["День: сегодня", "Отмена"]);
  await bot.press(FOREMAN, "День: сегодня");
  await bot.press(FOREMAN, "вчера");
  expect(bot.last(FOREMAN).text).not.toContain("приостановлен");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "4");
  await bot.press(FOREMAN, "Записать · 4");
  expect((await ledgerOf(bot)).map(({ date, quantity }) => [date, quantity])).toEqual([["2026-09-07", "4"]]);
});

test("typed words of a line lead to the same message, not to its quantity", async () => {
  await bot.say(FOREMAN, "модули юг 1");
  expect(bot.last(FOREMAN).text).toContain(HELD);
  expect(bot.captions(FOREMAN)).toEqual(["День: сегодня", "Отмена"]);
});

test("among several objects another one can be chosen instead", async () => {
  await bot.world.createTestObject({ team: ["construction_itr"], passport: { name: "Башня" } });
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "СПК Блок Б");
  expect(bot.last(FOREMAN).text).toContain(HELD);
  await bot.press(FOREMAN, "← Назад");
  await bot.press(FOREMAN, "Башня");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт · Башня");
  expect(bot.last(FOREMAN).text).not.toContain("приостановлен");
});
