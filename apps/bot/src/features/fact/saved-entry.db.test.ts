import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

const facts = () => ledgerOf(bot);
const enter = (quantity: string, line?: string) => enterQuantity(bot, quantity, line);

test("the same line within half an hour asks «добавить или исправить?»", async () => {
  await enter("10");
  await enter("4", "✓ Модули · Юг 1 ");
  expect(bot.last(FOREMAN).text).toContain("Добавить 4\u00a0шт или исправить запись?");
  await bot.press(FOREMAN, "Добавить 4");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "4"]);
});

test("«исправить» replaces the quantity of the earlier entry", async () => {
  await enter("10");
  await enter("4", "✓ Модули · Юг 1 ");
  await bot.press(FOREMAN, "Исправить на 4");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10", "4"]);
  expect(bot.last(FOREMAN).text).toContain("✅ Исправлено: было 10, стало 4\u00a0шт");
});

test("an entry is undone within ten minutes and restored", async () => {
  await enter("10");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect(bot.last(FOREMAN).text).toBe("<b>↩️ Отменено: модули, 10\u00a0шт, Юг 1</b>");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10"]);
  await bot.press(FOREMAN, "Вернуть");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10", "10"]);
  expect(bot.last(FOREMAN).text).toContain("✅ Записано: модули");
});

test("after ten minutes undo is refused with a reason, and a correction leaves a trace", async () => {
  await enter("10");
  bot.advance(11);
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect(bot.telegram.toasts().at(-1)).toBe("Время вышло. Можно исправить: останется след.");
  expect(await facts()).toHaveLength(1);
  await bot.press(FOREMAN, "Исправить");
  expect(bot.last(FOREMAN).text).toContain("Исправление: было 10\u00a0шт");
  await bot.say(FOREMAN, "12");
  await bot.press(FOREMAN, "Исправить · 12");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10", "12"]);
  expect(bot.last(FOREMAN).text).toContain("✅ Исправлено: было 10, стало 12\u00a0шт");
  expect(bot.last(FOREMAN).text).toContain("Всего  12 из 36");
});

test("a day's figure far off its plan offers reasons, and the answer is saved", async () => {
  await enter("1");
  await bot.press(FOREMAN, "Причина: …");
  await bot.press(FOREMAN, "Нет материала");
  expect(await facts()).toMatchObject([{ reason: "no_material" }]);
  expect(bot.last(FOREMAN).text).toContain("Причина  Нет материала");
  expect(bot.captions(FOREMAN)).not.toContain("Причина: …");
});

test("an entry with photos is restored with them", async () => {
  await enter("10");
  await bot.photo(FOREMAN, "p1");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  await bot.press(FOREMAN, "Вернуть");
  await bot.press(FOREMAN, "Исправить");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10", "10"]);
});

test("the buttons of an entry keep working while another line is being entered", async () => {
  await enter("10");
  await bot.press(FOREMAN, "Дальше: ");
  await bot.say(FOREMAN, "3");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10"]);
  await bot.press(FOREMAN, "Записать");
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["10", "-10", "3"]);
});
