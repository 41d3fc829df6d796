import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

const quantities = async () => (await ledgerOf(bot)).map((fact) => fact.quantity);

test("«весь остаток» includes the quantity of the corrected entry", async () => {
  await enterQuantity(bot, "10");
  await bot.press(FOREMAN, "Исправить");
  expect(bot.last(FOREMAN).text).toContain("Сделано  0 из 36 · осталось 36");
  await bot.press(FOREMAN, "Весь остаток · 36");
  await bot.press(FOREMAN, "Исправить · 36");
  expect(await quantities()).toEqual(["10", "-10", "36"]);
});

test("the card counts the photos of the corrected entry, because the new one takes them over", async () => {
  await enterQuantity(bot, "10");
  await bot.photo(FOREMAN, "p1");
  await bot.press(FOREMAN, "Исправить");
  await bot.say(FOREMAN, "12");
  expect(bot.last(FOREMAN).text).toContain("Фото  1");
  await bot.photo(FOREMAN, "p2");
  expect(bot.last(FOREMAN).text).toBe("Фото 2: прикреплю к записи");
});

test("choosing another day ends the correction and starts a new entry", async () => {
  await enterQuantity(bot, "10");
  await bot.press(FOREMAN, "Исправить");
  await bot.press(FOREMAN, "← Назад");
  await bot.press(FOREMAN, "День: ");
  await bot.press(FOREMAN, "вчера");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "4");
  await bot.press(FOREMAN, "Записать · 4");
  expect(await quantities()).toEqual(["10", "4"]);
});

test("an object paused meanwhile is reported, and the quantity is kept", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "10");
  const paused = "update objects set status = 'on_hold', held_since = '2026-09-01' returning id";
  await bot.world.db.read(paused, []);
  await bot.press(FOREMAN, "Записать");
  expect(bot.telegram.toasts().at(-1)).toBe("⏸ СПК Блок Б: факт пока не принимается");
  expect(bot.captions(FOREMAN)).toContain("Записать · 10\u00a0шт");
  expect(await quantities()).toEqual([]);
});
