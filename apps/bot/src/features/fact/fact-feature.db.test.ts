import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf, openLine } from "../../testing/fact-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

const facts = () => ledgerOf(bot);
const openModules = () => openLine(bot);
const enter = (quantity: string, line?: string) => enterQuantity(bot, quantity, line);

test("a foreman with one object enters the planned quantity in three taps after /fact", async () => {
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toBe(
    "<b>📐 Факт · СПК Блок Б</b>\n────────────────\nвт, 8 сентября · день · внесено 0 из 8",
  );
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  expect(bot.last(FOREMAN).text).toContain("Сколько сделано?");
  await bot.press(FOREMAN, "По плану");
  await bot.press(FOREMAN, "Записать");
  expect(bot.last(FOREMAN).text).toContain("✅ Записано: модули");
  expect(await facts()).toMatchObject([
    { kind: "work", volumeId: object.cell("Юг", "1", "МОД"), date: "2026-09-08" },
  ]);
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(1);
});

test("the second day offers yesterday's entries", async () => {
  await enter("10");
  bot.advance(24 * 60);
  await openModules();
  expect(bot.last(FOREMAN).text).toContain("Вчера  10");
  await bot.press(FOREMAN, "Как вчера · 10");
  await bot.press(FOREMAN, "Записать · 10");
  expect(await facts()).toMatchObject([{ date: "2026-09-08" }, { date: "2026-09-09", quantity: "10" }]);
});

test("an entry begun before the day turns stays on that day, and says so", async () => {
  await openModules();
  bot.advance(24 * 60);
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Записать · 10");
  expect(await facts()).toMatchObject([{ date: "2026-09-08", quantity: "10" }]);
  expect(bot.last(FOREMAN).text).toContain("8 сентября");
});

test("+5 and +10 start from zero, −1 and +1 continue from there", async () => {
  await openModules();
  await bot.press(FOREMAN, "+5");
  await bot.press(FOREMAN, "+1");
  await bot.press(FOREMAN, "+5");
  await bot.press(FOREMAN, "−1");
  expect(bot.captions(FOREMAN)[0]).toBe("Записать · 10\u00a0шт");
});

test("two taps on «Записать», and the same press delivered again, create one entry (error.double)", async () => {
  await openModules();
  await bot.say(FOREMAN, "12");
  const save = bot.last(FOREMAN).keyboard[0]?.[0]?.callback_data ?? "";
  const messageId = bot.last(FOREMAN).messageId;
  const first = bot.callbackUpdate(FOREMAN, save, messageId);
  const second = bot.callbackUpdate(FOREMAN, save, messageId);
  await bot.deliver(first, second, first);
  expect(await facts()).toHaveLength(1);
  expect(bot.telegram.toasts()).toContain("Уже записано");
  await bot.deliver(first);
  expect(await facts()).toHaveLength(1);
});

test("a typed quantity moves the card below it, and there is one live card", async () => {
  await openModules();
  await bot.say(FOREMAN, "12,0 шт");
  await bot.say(FOREMAN, "7");
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(1);
  expect(bot.captions(FOREMAN)[0]).toBe("Записать · 7\u00a0шт");
});

test("more than the remainder asks for a reason, then saves the entry with it", async () => {
  await openModules();
  await bot.say(FOREMAN, "40");
  await bot.press(FOREMAN, "Записать");
  expect(bot.last(FOREMAN).text).toBe(
    "<b>📐 На 4\u00a0шт больше остатка</b>\n────────────────\nОсталось 36\u00a0шт, указано 40\u00a0шт. Почему?",
  );
  expect(await facts()).toEqual([]);
  await bot.press(FOREMAN, "Перемер");
  expect(await facts()).toMatchObject([{ quantity: "40", reason: "remeasure" }]);
  expect(bot.last(FOREMAN).text).toContain("Больше остатка, запись отмечена");
});

test("«Другое» asks for the reason as text", async () => {
  await openModules();
  await bot.say(FOREMAN, "40");
  await bot.press(FOREMAN, "Записать");
  await bot.press(FOREMAN, "Другое");
  await bot.send(FOREMAN, { sticker: { file_id: "s", file_unique_id: "s" } });
  expect(await facts()).toEqual([]);
  await bot.say(FOREMAN, "считали с захватки");
  expect(await facts()).toMatchObject([{ quantity: "40", reason: "other" }]);
});

test("«Дальше» begins the next line below, «Все строки» lists entered lines last with a tick", async () => {
  await enter("10");
  await bot.press(FOREMAN, "Дальше: ");
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(2);
  expect(bot.last(FOREMAN).text).toContain("Сколько сделано?");
  await bot.press(FOREMAN, "Все строки");
  expect(bot.captions(FOREMAN)).toContain("✓ Модули · Юг 1 · 10");
  expect(bot.captions(FOREMAN).indexOf("✓ Модули · Юг 1 · 10")).toBe(7);
});

test("a past open day can be chosen, a closed or future one cannot", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "День: сегодня");
  expect(bot.captions(FOREMAN).slice(0, 2)).toEqual(["сегодня", "вчера"]);
  const days = bot.last(FOREMAN).keyboard[0]?.[0]?.callback_data ?? "";
  await bot.pressData(FOREMAN, days.replace("2026-09-08", "2026-09-09"));
  expect(bot.telegram.toasts().at(-1)).toBe("Будущий день внести нельзя");
  await bot.pressData(FOREMAN, days.replace("2026-09-08", "2026-08-01"));
  expect(bot.telegram.toasts().at(-1)).toBe("День закрыт. Внести может РП");
  await bot.press(FOREMAN, "вчера");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "5");
  await bot.press(FOREMAN, "Записать");
  expect(await facts()).toMatchObject([{ date: "2026-09-07", quantity: "5" }]);
});

test("a note and a crew are saved with the entry", async () => {
  await bot.world.db.read(
    "insert into crews (code, name, lead, size, object_id) values ('БР-5', 'Модули-1', 'Виталий Громов', 8, $1)",
    [object.id],
  );
  await openModules();
  expect(bot.captions(FOREMAN)).toContain("Громов · 8\u00a0чел. · 8\u00a0ч");
  await bot.say(FOREMAN, "9");
  await bot.press(FOREMAN, "Примечание");
  await bot.say(FOREMAN, "ждали <подъёмник> & кран");
  expect(bot.last(FOREMAN).text).toContain("Примечание  ждали &lt;подъёмник&gt; &amp; кран");
  await bot.press(FOREMAN, "Бригада");
  await bot.press(FOREMAN, "Громов");
  await bot.press(FOREMAN, "Записать");
  expect(await facts()).toMatchObject([{ notes: "ждали <подъёмник> & кран" }]);
  expect(bot.last(FOREMAN).text).toContain("Бригада  Громов · 8\u00a0чел.");
});

test("/fact during an entry offers to resume it, /cancel drops it", async () => {
  await openModules();
  await bot.say(FOREMAN, "9");
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain("↩️ Продолжим?");
  await bot.press(FOREMAN, "Продолжить");
  expect(bot.captions(FOREMAN)[0]).toBe("Записать · 9\u00a0шт");
  await bot.say(FOREMAN, "/cancel");
  expect(bot.last(FOREMAN).text).toBe("Прервано. Ничего не записано.");
  await bot.say(FOREMAN, "/cancel");
  expect(bot.last(FOREMAN).text).toBe("Прерывать нечего.");
  expect(await facts()).toEqual([]);
});

test("regression 24: a restart loses nothing of a half-filled dialogue", async () => {
  await openModules();
  await bot.say(FOREMAN, "9");
  await bot.photo(FOREMAN, "before");
  await bot.restart();
  await bot.press(FOREMAN, "+1");
  expect(bot.last(FOREMAN).text).not.toContain("Сколько сделано?");
  await bot.press(FOREMAN, "Записать · 10");
  expect(await facts()).toMatchObject([{ quantity: "10" }]);
});

test("a button of an ended dialogue says so and offers a new one", async () => {
  await openModules();
  const old = bot.last(FOREMAN).keyboard.at(-1)?.[0]?.callback_data ?? "";
  const card = bot.last(FOREMAN).messageId;
  await bot.say(FOREMAN, "/cancel");
  await bot.say(FOREMAN, "/fact");
  await bot.pressData(FOREMAN, old, card + 1);
  expect(bot.telegram.toasts().at(-1)).toBe("Этот шаг уже закрыт");
  expect(await facts()).toEqual([]);
});

test("regression 7: another person's press takes no effect", async () => {
  await openModules();
  await bot.say(FOREMAN, "9");
  const card = bot.last(FOREMAN);
  const save = card.keyboard[0]?.[0]?.callback_data ?? "";
  await bot.pressData(1_000_015, save, card.messageId, FOREMAN);
  expect(bot.telegram.toasts().at(-1)).toBe("Эта кнопка не ваша: Белов");
  await bot.pressData(1_000_015, save, card.messageId);
  expect(await facts()).toEqual([]);
});

test("entries of two foremen on one cell are added up, and the second sees the remainder", async () => {
  const second = await bot.world.createUser();
  const team = [{ userId: second.id, roles: ["construction_itr" as const] }];
  await bot.world.db.read(
    "insert into object_roles (object_id, user_id, role, since) values ($1, $2, $3, now())",
    [object.id, team[0]?.userId, "construction_itr"],
  );
  const other = Number(second.telegramId);
  for (const who of [FOREMAN, other]) {
    await bot.say(who, "/fact");
    await bot.press(who, "Модули · Юг 1 ");
    await bot.say(who, "20");
  }
  const presses = [FOREMAN, other].map((who) => {
    const card = bot.last(who);
    return bot.callbackUpdate(who, card.keyboard[0]?.[0]?.callback_data ?? "", card.messageId);
  });
  await bot.deliver(...presses);
  expect((await facts()).map((fact) => fact.quantity)).toEqual(["20"]);
  const asked = [FOREMAN, other].filter((who) => /больше остатка|уже внесено/.test(bot.last(who).text));
  expect(asked).toHaveLength(1);
});
