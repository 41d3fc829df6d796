import { decideFact } from "@stsphera/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf, openLine } from "../../testing/fact-steps.ts";

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
  expect(bot.telegram.toasts().at(-1)).toBe(
    "⏸ Объект приостановлен с 1 сентября: факт вносят за дни до этого",
  );
  expect(bot.captions(FOREMAN)).toContain("Записать · 10\u00a0шт");
  expect(await quantities()).toEqual([]);
});

/** The project manager decides on the only entry. */
async function decide(decision: { move: "confirm" } | { move: "return"; reason: string }): Promise<void> {
  const [fact] = await bot.world.db.read<{ factId: number; version: number }>(
    `select id as "factId", version from daily_plan_fact order by id`,
    [],
  );
  if (fact === undefined) throw new Error("nothing to decide");
  await decideFact.run(bot.world.ctx(await bot.world.as("project_manager")), { ...fact, ...decision });
}

test.each(["Исправить", "Отменить · 10 мин"])(
  "«%s» of a confirmed entry shows it as it is now",
  async (action) => {
    await enterQuantity(bot, "10");
    await decide({ move: "confirm" });
    await bot.press(FOREMAN, action);
    expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
    expect(bot.last(FOREMAN).text).toContain("Состояние  подтверждено");
    expect(bot.last(FOREMAN).text).toContain("Всего  10 из 36");
    expect(bot.captions(FOREMAN)).not.toContain("Исправить");
    expect(bot.captions(FOREMAN)).not.toContain("Отменить · 10 мин");
    expect(await quantities()).toEqual(["10"]);
  },
);

test.each(["press", "command"])("a cancelled correction leaves the saved card, by %s", async (way) => {
  await enterQuantity(bot, "10");
  const { text } = bot.last(FOREMAN);
  await bot.press(FOREMAN, "Исправить");
  if (way === "press") await bot.press(FOREMAN, "Отмена");
  else await bot.say(FOREMAN, "/cancel");
  expect(bot.last(FOREMAN).text).toBe(text);
  expect(bot.captions(FOREMAN)).toEqual(
    expect.arrayContaining(["Исправить", "Отменить · 10 мин", "Все строки"]),
  );
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect(await quantities()).toEqual(["10", "-10"]);
});

test("a returned entry says so and why when it is to be undone late", async () => {
  await enterQuantity(bot, "10");
  await decide({ move: "return", reason: "не тот этаж" });
  bot.advance(11);
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect(bot.last(FOREMAN).text).toContain("Вернули: Модули, 10\u00a0шт");
  expect(bot.last(FOREMAN).text).toContain("не тот этаж");
  expect(bot.captions(FOREMAN)).toContain("Исправить");
});

test("the card of an entry of another day names the day", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "День: сегодня");
  await bot.press(FOREMAN, "вчера");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "3");
  expect(bot.last(FOREMAN).text).toContain("Вчера  <b>3\u00a0шт</b>");
  await bot.press(FOREMAN, "Записать");
  expect(bot.last(FOREMAN).text).toContain("День  7 сентября");
});

test("a second entry of the day is compared with the plan as a sum", async () => {
  await enterQuantity(bot, "2");
  await enterQuantity(bot, "3", "✓ Модули · Юг 1 ");
  await bot.press(FOREMAN, "Добавить 3");
  await openLine(bot, "✓ Модули · Юг 1 ");
  await bot.say(FOREMAN, "1");
  expect(bot.last(FOREMAN).text).toContain("Сегодня  <b>1\u00a0шт</b>, всего 6, план 2 (+4)");
});

test("a smaller number for a full line is corrected without a reason", async () => {
  await enterQuantity(bot, "36");
  await enterQuantity(bot, "34", "✓ Модули · Юг 1 ");
  await bot.press(FOREMAN, "Исправить на 34");
  expect(await quantities()).toEqual(["36", "-36", "34"]);
  expect(bot.last(FOREMAN).text).not.toContain("Причина  ");
  const reasons = (await ledgerOf(bot)).map(({ reason }) => reason);
  expect(reasons).toEqual([null, null, null]);
});

test("a full line that is added to asks for a reason after «Добавить»", async () => {
  await enterQuantity(bot, "36");
  await enterQuantity(bot, "2", "✓ Модули · Юг 1 ");
  await bot.press(FOREMAN, "Добавить 2");
  await bot.press(FOREMAN, "Перемер");
  expect(await quantities()).toEqual(["36", "2"]);
});
