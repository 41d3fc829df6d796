import { correctFact, decideFact, getFact } from "@stsphera/core";
import { relayNext } from "@stsphera/core/notify";
import { NOTICES } from "@stsphera/core/registry";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

/** The project manager returns the entry, and its notifications are sent. */
async function giveBack(factId: number): Promise<void> {
  const { world, warnings, now, settle } = bot;
  const ctx = world.ctx(await world.as("project_manager"), { now: now() });
  await decideFact.run(ctx, { factId, version: 1, move: "return", reason: "шов не заполнен" });
  const warn = (message: string, error: unknown) => void warnings.push({ message, error });
  const deps = { db: world.db, now, publicUrl: "https://sphera.example", notices: NOTICES, warn };
  for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(deps)).kind;
  await settle();
}

test("the card of a returned entry is sent anew with the reason, and leads to the correction", async () => {
  await enterQuantity(bot, "10");
  const [entry] = await ledgerOf(bot);
  await giveBack(entry?.id ?? 0);
  expect(bot.last(FOREMAN).text).toContain("📐 Вернули: Модули, 10\u00a0шт");
  expect(bot.last(FOREMAN).text).toContain("Дёмин: шов не заполнен");
  const saved = bot.telegram.messages(FOREMAN).filter(({ text }) => text.includes("✅ Записано"));
  expect(saved).toEqual([]);
  await bot.press(FOREMAN, "Исправить");
  await bot.say(FOREMAN, "8");
  await bot.press(FOREMAN, "Исправить · 8");
  expect((await ledgerOf(bot)).map(({ quantity }) => quantity)).toEqual(["10", "-10", "8"]);
  expect(bot.last(FOREMAN).text).toContain("✅ Исправлено: было 10, стало 8\u00a0шт");
});

test("a correction that is cancelled leaves the returned entry's card as it was", async () => {
  await enterQuantity(bot, "10");
  const [entry] = await ledgerOf(bot);
  await giveBack(entry?.id ?? 0);
  await bot.press(FOREMAN, "Исправить");
  await bot.press(FOREMAN, "Отмена");
  expect(bot.last(FOREMAN).text).toContain("📐 Вернули: Модули, 10\u00a0шт");
  expect(bot.last(FOREMAN).text).toContain("шов не заполнен");
});

test("a correction of an entry that was corrected meanwhile says so and ends with the entry as it is now", async () => {
  await enterQuantity(bot, "10");
  const factId = (await ledgerOf(bot))[0]?.id ?? 0;
  await giveBack(factId);
  await bot.press(FOREMAN, "Исправить");
  const ctx = bot.world.ctx(await bot.world.as("construction_itr"), { now: bot.now() });
  const { version } = await getFact.run(ctx, { factId });
  await correctFact.run(ctx, { factId, version, quantity: "7" });
  const before = await ledgerOf(bot);
  await bot.say(FOREMAN, "8");
  await bot.press(FOREMAN, "Исправить · 8");
  expect(bot.telegram.toasts().at(-1)).toContain("Запись изменили, пока вы исправляли");
  expect(await ledgerOf(bot)).toEqual(before);
  expect(bot.last(FOREMAN).text).toContain("Всего  7 из 36");
  expect(bot.captions(FOREMAN)).toEqual(expect.arrayContaining(["Исправить", "Все строки"]));
  await bot.press(FOREMAN, "Исправить");
  await bot.say(FOREMAN, "9");
  await bot.press(FOREMAN, "Исправить · 9");
  expect((await ledgerOf(bot)).map(({ quantity }) => quantity)).toEqual(["10", "-10", "7", "-7", "9"]);
});

test("after the author's time the card says who may correct, and offers nothing that would be refused", async () => {
  await enterQuantity(bot, "10");
  const [entry] = await ledgerOf(bot);
  await giveBack(entry?.id ?? 0);
  bot.advance(4 * 24 * 60);
  await bot.press(FOREMAN, "Исправить");
  expect(bot.telegram.toasts().at(-1)).toContain("Исправить может РП или ПТО");
  expect(bot.last(FOREMAN).text).toContain("исправить может РП или ПТО");
  expect(bot.captions(FOREMAN)).toEqual([]);
});
