import { correctFact, enterFact, getFact } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER, SUPPLY } from "../../testing/chats.ts";
import { relayNotices } from "../../testing/relay-notices.ts";

const DAY = "2026-09-08";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "pto"] });
});
afterEach(() => closeQuiet(bot));

/** An entry of the foreman with a plan of the day. */
async function enter(facade: string, floor: string, quantity: string, plan: string | null): Promise<number> {
  const { world } = bot;
  const floorVolumeId = object.cell(facade, floor, "МОД");
  const ctx = world.ctx(await world.as("construction_itr"), { now: bot.now() });
  const { fact } = await enterFact.run(ctx, { objectId: object.id, floorVolumeId, date: DAY, quantity });
  await world.db.sql`update daily_plan_fact set plan_qty = ${plan} where id = ${fact.id}`;
  return fact.id;
}

const relay = () => relayNotices(bot);

const statusesOf = async (ids: readonly number[]): Promise<string[]> => {
  const ctx = bot.world.ctx(await bot.world.as("project_manager"), { now: bot.now() });
  const facts = await Promise.all(ids.map((factId) => getFact.run(ctx, { factId })));
  return facts.map(({ status }) => status);
};
const dayCards = () => bot.telegram.messages(MANAGER).filter(({ text }) => text.includes("📐 СПК Блок Б"));

test("the day's card confirms the day at once, tells what was left and why, and undoes exactly that", async () => {
  const ids = [
    await enter("Юг", "1", "2", null),
    await enter("Запад", "2", "4", "4"),
    await enter("Юг", "2", "36", null),
    await enter("Запад", "1", "3", "12"),
  ];
  await relay();
  expect(bot.captions(MANAGER)).toEqual(["Открыть", "Подтвердить · 2"]);
  await bot.press(MANAGER, "Подтвердить");
  expect(await statusesOf(ids)).toEqual(["confirmed", "confirmed", "submitted", "submitted"]);
  expect(bot.last(MANAGER).text).toBe(
    [
      "<b>✅ СПК Блок Б · 8 сентября</b>",
      "────────────────",
      "<b>Подтверждено 2 записи</b>",
      "Осталось  Модули Юг 2: нужно фото; Модули Запад 1: отличается от плана",
    ].join("\n"),
  );
  expect(bot.captions(MANAGER)).toEqual(["Отменить · 10 мин", "Показать", "← Ждут вас"]);
  const url = `https://sphera.example/?startapp=o${object.id}_fact_20260908`;
  expect(bot.last(MANAGER).keyboard.flat()[1]?.web_app?.url).toBe(url);
  await relay();
  expect(dayCards().map(({ keyboard }) => keyboard.flat().map(({ text }) => text))).toEqual([["Открыть"]]);
  await bot.restart();
  await bot.press(MANAGER, "Отменить · 10 мин");
  expect(await statusesOf(ids)).toEqual(["submitted", "submitted", "submitted", "submitted"]);
  expect(bot.last(MANAGER).text).toContain("Снова ждут подтверждения 2 записи");
  expect(bot.captions(MANAGER)).toEqual(["Подтвердить · 2", "← Ждут вас"]);
  await bot.press(MANAGER, "Подтвердить");
  expect(await statusesOf(ids.slice(0, 2))).toEqual(["confirmed", "confirmed"]);
});

test("a row of the waiting days confirms its day; after ten minutes that is not undone", async () => {
  const id = await enter("Юг", "1", "2", null);
  await bot.say(MANAGER, "/menu");
  await bot.press(MANAGER, "Разобрать");
  await bot.press(MANAGER, "Подтвердить · 1");
  expect(await statusesOf([id])).toEqual(["confirmed"]);
  expect(bot.last(MANAGER).text).toContain("<b>Подтверждена 1 запись</b>");
  expect(bot.captions(MANAGER)).toEqual(["Отменить · 10 мин", "← Ждут вас"]);
  bot.advance(10);
  await bot.press(MANAGER, "Отменить · 10 мин");
  expect(bot.telegram.toasts().at(-1)).toContain("Время вышло");
  expect(await statusesOf([id])).toEqual(["confirmed"]);
  await bot.press(MANAGER, "← Ждут вас");
  expect(bot.last(MANAGER).text).toContain("🔎 Тихо");
});

test("a day of which nothing may be confirmed says why; others confirm and undo nothing", async () => {
  const id = await enter("Юг", "2", "36", null);
  await relay();
  for (const chat of [FOREMAN, SUPPLY]) await bot.say(chat, "/menu");
  const before = await bot.world.traces();
  expect(dayCards().map(({ keyboard }) => keyboard.flat().map(({ text }) => text))).toEqual([["Открыть"]]);
  await bot.say(MANAGER, "/menu");
  await bot.press(MANAGER, "Разобрать");
  expect(bot.captions(MANAGER).filter((text) => text.startsWith("Подтвердить"))).toEqual([]);
  await bot.pressData(MANAGER, `fd:confirm:${object.id}:${DAY}`);
  expect(bot.last(MANAGER).text).toContain("Подтверждать нечего");
  expect(bot.last(MANAGER).text).toContain("Ждут: 1");
  expect(bot.captions(MANAGER)).toEqual(["Показать", "← Ждут вас"]);
  await bot.pressData(FOREMAN, `fd:confirm:${object.id}:${DAY}`);
  expect(bot.last(FOREMAN).text).toContain("Подтверждать нечего");
  await bot.pressData(SUPPLY, `fd:confirm:${object.id}:${DAY}`);
  expect(bot.last(SUPPLY).text).toContain("🔎 Не найдено");
  await bot.pressData(FOREMAN, `fd:undo:${object.id}:${DAY}:${bot.now().getTime()}`);
  expect(await bot.world.traces()).toEqual(before);
  expect(await statusesOf([id])).toEqual(["submitted"]);
});

test("the button of a day says how many of those that wait one press confirms", async () => {
  const ids = [await enter("Юг", "1", "2", null), await enter("Юг", "2", "36", null)];
  await bot.say(MANAGER, "/menu");
  expect(bot.captions(MANAGER)).toContain("Подтвердить факт · 2");
  await bot.press(MANAGER, "Разобрать");
  await bot.press(MANAGER, "Подтвердить 1 из 2");
  expect(await statusesOf(ids)).toEqual(["confirmed", "submitted"]);
});

test("a corrected entry counts once on the button of its day in the list", async () => {
  const factId = await enter("Юг", "1", "2", "4");
  const ctx = bot.world.ctx(await bot.world.as("construction_itr"), { now: bot.now() });
  const { version } = await getFact.run(ctx, { factId });
  const { fact } = await correctFact.run(ctx, { factId, version, quantity: "4" });
  await bot.say(MANAGER, "/menu");
  await bot.press(MANAGER, "Разобрать");
  await bot.press(MANAGER, "Подтвердить · 1");
  expect(await statusesOf([fact.id])).toEqual(["confirmed"]);
});
