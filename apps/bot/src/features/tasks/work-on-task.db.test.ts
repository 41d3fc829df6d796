import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { SUPPLY } from "../../testing/chats.ts";
import {
  createTestTask,
  MANAGER,
  openAssignedTask,
  openTask,
  takeTask,
  taskOf,
  WORKER,
} from "../../testing/task-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply"] });
});
afterEach(() => closeQuiet(bot));

const toast = () => bot.telegram.toasts().at(-1);

test("handing in says what is missing, accepts an album and the checklist, and is judged", async () => {
  const taskId = await createTestTask(bot, object.id, {
    requiredPhotos: 2,
    checklist: ["Протокол подписан"],
  });
  await takeTask(bot);
  await bot.press(WORKER, "Сдать");
  expect(bot.last(WORKER).text).toContain("Не хватает: ещё 2 фото, 1 пункт чек-листа");
  await bot.press(WORKER, "Сдать");
  expect(toast()).toBe("Не хватает: ещё 2 фото, 1 пункт чек-листа");
  await bot.photo(WORKER, "one", "album");
  await bot.photo(WORKER, "two", "album");
  await bot.photo(WORKER, "two", "album");
  await bot.press(WORKER, "☐ Протокол подписан");
  await bot.press(WORKER, "Сдать");
  expect(toast()).toBe("Сдано на проверку");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "review", photoCount: 2 });
  await bot.photo(WORKER, "late", "album");
  expect(await taskOf(bot, taskId)).toMatchObject({ photoCount: 3, commentCount: 1 });
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Вернуть");
  await bot.say(MANAGER, "шов на оси Б не заполнен");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "in_progress" });
  await openTask(bot, WORKER);
  expect(bot.last(WORKER).text).toContain("Вернули  Дёмин: шов на оси Б не заполнен");
  await bot.press(WORKER, "Сдать");
  await bot.press(WORKER, "Сдать");
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Работа принята");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "done" });
});

test("a user who may not enter facts can send photos to their task", async () => {
  const { id: assigneeId } = await bot.world.as("supply");
  const taskId = await createTestTask(bot, object.id, { assigneeId, requiredPhotos: 1 });
  await takeTask(bot, SUPPLY);
  await bot.press(SUPPLY, "Сдать");
  await bot.photo(SUPPLY, "invoice");
  await bot.press(SUPPLY, "Сдать");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "review", photoCount: 1 });
});

test("another deadline is requested with a reason, and the manager agrees", async () => {
  const taskId = await createTestTask(bot, object.id, { deadline: "2026-09-11" });
  await takeTask(bot);
  await bot.press(WORKER, "Перенести");
  await bot.say(WORKER, "в четверг");
  expect(bot.last(WORKER).text).toBe("Здесь жду день. Например: 24.09");
  await bot.say(WORKER, "14.09");
  await bot.say(WORKER, "ждём узел от КМ");
  expect(bot.last(WORKER).text).toContain(
    "Просят срок  14 сентября вместо 11 сентября · Белов: ждём узел от КМ",
  );
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Согласовать");
  expect(await taskOf(bot, taskId)).toMatchObject({ deadline: "2026-09-14" });
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Перенести");
  await bot.press(WORKER, "Завтра");
  await bot.say(WORKER, "успеем раньше срока");
  expect(bot.last(WORKER).text).toContain("Просят срок  9 сентября вместо 14 сентября");
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Оставить срок");
  await bot.say(MANAGER, "график уже согласован");
  expect(await taskOf(bot, taskId)).toMatchObject({
    deadline: "2026-09-14",
    reschedules: [{ status: "refused" }, { status: "approved" }],
  });
});

test("a blocked task names a person, who unblocks it", async () => {
  const taskId = await createTestTask(bot, object.id);
  await takeTask(bot);
  await bot.press(WORKER, "Не могу сделать");
  await bot.say(WORKER, "нет модулей на Восток 5");
  expect(bot.last(WORKER).text).toContain("Кто может помочь?");
  await bot.press(WORKER, "Гущина");
  expect(await taskOf(bot, taskId)).toMatchObject({
    status: "blocked",
    blockedReason: "нет модулей на Восток 5",
    blocker: { user: { fullName: "Нина Гущина" } },
  });
  expect(bot.last(WORKER).text).toContain("Кто поможет  Гущина");
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Решить");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "in_progress" });
});

test("a question with photos and text becomes one comment", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Вопрос");
  await bot.photo(WORKER, "asked");
  await bot.say(WORKER, "какой протокол нужен?");
  expect(await taskOf(bot, taskId)).toMatchObject({ commentCount: 1, files: [{ purpose: "photo" }] });
  expect(bot.last(WORKER).text).toContain("Сообщений  1");
});

test("the author changes title, description, deadline and priority, and cancels the task", async () => {
  const taskId = await createTestTask(bot, object.id);
  const change = async (field: string, answer: string) => {
    await bot.press(MANAGER, "Изменить");
    await bot.press(MANAGER, field);
    await bot.say(MANAGER, answer);
  };
  await openAssignedTask(bot);
  await change("Название", "Испытать анкеры, Юг 3");
  await change("Описание", "протокол лаборатории");
  await change("Срок", "20.09");
  await bot.press(MANAGER, "Изменить");
  await bot.press(MANAGER, "Критичная");
  expect(await taskOf(bot, taskId)).toMatchObject({
    title: "Испытать анкеры, Юг 3",
    text: "протокол лаборатории",
    deadline: "2026-09-20",
    priority: "critical",
  });
  await bot.press(MANAGER, "Изменить");
  await bot.press(MANAGER, "Срок");
  await bot.press(MANAGER, "Без срока");
  await bot.press(MANAGER, "Снять");
  await bot.say(MANAGER, "сделали вместе с Юг 2");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "cancelled", deadline: null });
});

test("regression 24: a restart loses nothing of an open dialogue about a task", async () => {
  const taskId = await createTestTask(bot, object.id, { requiredPhotos: 1 });
  await takeTask(bot);
  await bot.press(WORKER, "Сдать");
  await bot.photo(WORKER, "before");
  await bot.restart();
  await bot.press(WORKER, "Сдать");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "review", photoCount: 1 });
});
