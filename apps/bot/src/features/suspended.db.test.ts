import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";
import { ADMIN } from "../testing/chats.ts";
import { FOREMAN, ledgerOf, openLine } from "../testing/fact-steps.ts";
import { createTestTask, MANAGER, openAssignedTask, openTask, taskOf } from "../testing/task-steps.ts";

const OFFER = "<b>↩️ Продолжим?</b>\n────────────────\n";
let bot: BotWorld;
let object: TestObject;
let taskId: number;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply"] });
  taskId = await createTestTask(bot, object.id);
  await openTask(bot, FOREMAN);
});
afterEach(() => closeQuiet(bot));

const photosOfFact = () =>
  bot.world.db.read<{ name: string }>(
    "select f.telegram_unique_id as name from attachments p join files f on f.id = p.file_id where p.entity_type = 'fact' order by 1",
    [],
  );

/** Presses a button of the task's card, wherever it is. */
async function onTask(caption: string): Promise<void> {
  const card = bot.telegram.messages(FOREMAN).findLast(({ text }) => text.includes("Почему не берёте?"));
  const button = card?.keyboard.flat().find(({ text }) => text === caption);
  await bot.pressData(FOREMAN, button?.callback_data ?? "", card?.messageId);
}

/** The foreman has an unsaved quantity and photo when a task's card interrupts the dialogue. */
async function interrupted(): Promise<void> {
  await openLine(bot);
  await bot.photo(FOREMAN, "fact1");
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Не беру");
}

test("an entry is offered again when the task that interrupted it was declined, across a restart", async () => {
  await interrupted();
  await bot.restart();
  await bot.press(FOREMAN, "Нет фронта");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "new" });
  expect(bot.last(FOREMAN).text).toBe(`${OFFER}Факт: модули, Юг 1, 10\u00a0шт`);
  expect(bot.captions(FOREMAN)).toEqual(["Продолжить", "Прервать"]);
  await bot.restart();
  await bot.press(FOREMAN, "Продолжить");
  expect(bot.last(FOREMAN).text).toContain("Фото  1");
  await bot.press(FOREMAN, "Записать");
  expect(await ledgerOf(bot)).toMatchObject([{ quantity: "10" }]);
  expect(await photosOfFact()).toEqual([{ name: "fact1" }]);
});

test("so it is when the task's question is cancelled, by a button or /cancel, and after ← Назад", async () => {
  const ways = [() => onTask("Отмена"), () => bot.say(FOREMAN, "/cancel"), () => onTask("← Назад")];
  await openLine(bot);
  await bot.say(FOREMAN, "10");
  for (const way of ways) {
    await openTask(bot, FOREMAN);
    await bot.press(FOREMAN, "Не беру");
    await way();
    expect(bot.last(FOREMAN).text).toBe(`${OFFER}Факт: модули, Юг 1, 10\u00a0шт`);
  }
  await bot.press(FOREMAN, "Прервать");
  expect(bot.last(FOREMAN).text).toBe("Прервано. Ничего не записано.");
  await bot.say(FOREMAN, "/cancel");
  expect(bot.last(FOREMAN).text).toBe("Прерывать нечего.");
});

test("photos go to the open dialogue: the task's to the task, the entry's to the entry", async () => {
  await bot.press(FOREMAN, "Беру в работу");
  await openLine(bot);
  await bot.photo(FOREMAN, "fact1");
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Сдать");
  await bot.photo(FOREMAN, "task1");
  await bot.press(FOREMAN, "Сдать");
  await bot.photo(FOREMAN, "fact2");
  await bot.press(FOREMAN, "Записать");
  expect(await photosOfFact()).toEqual([{ name: "fact1" }, { name: "fact2" }]);
  expect((await taskOf(bot, taskId)).photoCount).toBe(1);
});

test("late photos of an entry's album go to the suspended entry, not to the open task", async () => {
  await bot.press(FOREMAN, "Беру в работу");
  await openLine(bot);
  await bot.say(FOREMAN, "10");
  await bot.photo(FOREMAN, "fact1", "album");
  await bot.press(FOREMAN, "Сдать");
  await bot.restart();
  await bot.photo(FOREMAN, "fact2", "album");
  await bot.photo(FOREMAN, "fact2", "album");
  await bot.press(FOREMAN, "Сдать");
  await bot.press(FOREMAN, "Продолжить");
  await bot.press(FOREMAN, "Записать");
  expect(await photosOfFact()).toEqual([{ name: "fact1" }, { name: "fact2" }]);
  expect((await taskOf(bot, taskId)).photoCount).toBe(0);
});

test("a button of the suspended card resumes it, and the other dialogue is suspended", async () => {
  await openLine(bot);
  await bot.say(FOREMAN, "10");
  const save = bot.last(FOREMAN);
  await bot.press(FOREMAN, "Не беру");
  await bot.pressData(FOREMAN, save.keyboard[0]?.[0]?.callback_data ?? "", save.messageId);
  expect(await ledgerOf(bot)).toMatchObject([{ quantity: "10" }]);
  expect(bot.last(FOREMAN).text).toBe(`${OFFER}Не беру: Испытать анкеры на вырыв, Восток 7`);
  await bot.press(FOREMAN, "Продолжить");
  await bot.press(FOREMAN, "Нет фронта");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "new" });
});

test("/fact resumes the suspended entry while a task's question is open", async () => {
  await interrupted();
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain("Факт: модули, Юг 1, 10\u00a0шт");
  await bot.press(FOREMAN, "Продолжить");
  await bot.press(FOREMAN, "Записать");
  expect(await photosOfFact()).toEqual([{ name: "fact1" }]);
});

test("a correction of another line does not take over the suspended quantity: both are saved", async () => {
  await openLine(bot, "Модули · Юг 2 ");
  await bot.say(FOREMAN, "3");
  await bot.press(FOREMAN, "Записать");
  await openLine(bot);
  await bot.photo(FOREMAN, "fact1");
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Исправить");
  await bot.say(FOREMAN, "4");
  await bot.press(FOREMAN, "Исправить · 4");
  expect(bot.last(FOREMAN).text).toBe(`${OFFER}Факт: модули, Юг 1, 10\u00a0шт`);
  await bot.press(FOREMAN, "Продолжить");
  await bot.press(FOREMAN, "Записать");
  expect((await ledgerOf(bot)).map(({ quantity }) => quantity)).toEqual(["3", "-3", "4", "10"]);
});

test("at most three dialogues are suspended, the newest is offered first, an empty one is not offered", async () => {
  await bot.say(MANAGER, "/newobject");
  await bot.say(MANAGER, 'Башня <b>&"');
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Снять");
  await bot.press(MANAGER, "Отмена");
  await bot.press(MANAGER, "Продолжить");
  await bot.say(MANAGER, "/objects");
  await bot.press(MANAGER, "СПК Блок Б");
  await bot.press(MANAGER, "Команда");
  await bot.press(MANAGER, "Добавить");
  await bot.press(MANAGER, "Гущина");
  await bot.say(MANAGER, "/fact");
  await bot.press(MANAGER, "Модули · Юг 1 ");
  await bot.say(MANAGER, "5");
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Снять");
  const offered: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    await bot.say(MANAGER, "/cancel");
    offered.push(bot.last(MANAGER).text.replace(OFFER, ""));
  }
  expect(offered).toEqual([
    "Факт: модули, Юг 1, 5\u00a0шт",
    "СПК Блок Б: Нина Гущина",
    "Новая задача: Проверить люльки",
  ]);
  await bot.say(MANAGER, "/cancel");
  expect(bot.last(MANAGER).text).toBe("Прервано. Ничего не записано.");
  await bot.say(MANAGER, "/cancel");
  expect(bot.last(MANAGER).text).toBe("Прерывать нечего.");
});

test("viewing as another role keeps the admin's open dialogue", async () => {
  await bot.say(ADMIN, "/newobject");
  await bot.say(ADMIN, "Башня");
  await bot.say(ADMIN, "/viewas");
  await bot.press(ADMIN, "Генеральный директор");
  await bot.say(ADMIN, "/menu");
  await bot.press(ADMIN, "Выйти из просмотра");
  expect(bot.last(ADMIN).text).toContain(OFFER);
  await bot.press(ADMIN, "Продолжить");
  expect(bot.last(ADMIN).text).toContain("Башня");
});

test("a suspended entry whose object was closed is offered with as much text as is known", async () => {
  await interrupted();
  await bot.world.db
    .sql`delete from object_roles where user_id = (select id from users where telegram_id = ${FOREMAN})`;
  await bot.say(FOREMAN, "/cancel");
  await bot.press(FOREMAN, "Продолжить");
  expect(bot.last(FOREMAN).text).toContain("🔎 Не найдено");
  await bot.say(FOREMAN, "/cancel");
  expect(bot.last(FOREMAN).text).toBe("Прервано. Ничего не записано.");
});
