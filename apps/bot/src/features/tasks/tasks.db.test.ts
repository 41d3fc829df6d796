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

test("a task is taken from the list, and its only card says so", async () => {
  const taskId = await createTestTask(bot, object.id, {
    deadline: "2026-09-08",
    requiredPhotos: 3,
    text: "Модули выше <6> этажа без протокола не ставим.",
  });
  await bot.say(WORKER, "/tasks");
  expect(bot.last(WORKER).text).toContain("📌 Мои задачи · 1");
  await bot.press(WORKER, "Испытать анкеры");
  expect(bot.last(WORKER).text).toBe(
    [
      "<b>📌 Испытать анкеры на вырыв, Восток 7</b>",
      "────────────────",
      "Объект  СПК Блок Б",
      "Срок  <b>сегодня</b>",
      "Автор  Дёмин",
      "Нужно  3 фото",
      "",
      "Модули выше &lt;6&gt; этажа без протокола не ставим.",
    ].join("\n"),
  );
  expect(bot.captions(WORKER)).toEqual(["Беру в работу", "Не беру", "Вопрос"]);
  await bot.press(WORKER, "Беру в работу");
  expect(toast()).toBe("Задача в работе");
  expect(bot.last(WORKER).text).toContain("Состояние  <b>В работе</b> с 10:00");
  expect(bot.captions(WORKER)).toEqual([
    "Сдать",
    "Перенести",
    "Не могу сделать",
    "Отменить · 10 мин",
    "Вопрос",
  ]);
  expect(bot.telegram.messages(WORKER)).toHaveLength(2);
  await bot.press(WORKER, "Отменить · 10 мин");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "assigned", acceptedAt: null });
  expect(bot.captions(WORKER)).toContain("Беру в работу");
});

test("a task has one card, however often it is opened and changed", async () => {
  await createTestTask(bot, object.id);
  for (let at = 0; at < 3; at += 1) await openTask(bot, WORKER);
  await bot.press(WORKER, "Вопрос");
  await bot.say(WORKER, "какой протокол нужен?");
  await bot.press(WORKER, "Не беру");
  await bot.press(WORKER, "Отмена");
  const cards = bot.telegram.messages(WORKER).filter(({ text }) => text.includes("📌 Испытать анкеры"));
  expect(cards).toHaveLength(1);
  expect(bot.captions(WORKER)).toContain("Беру в работу");
});

test("after ten minutes taking cannot be undone", async () => {
  const taskId = await createTestTask(bot, object.id);
  await takeTask(bot);
  bot.advance(11);
  await bot.press(WORKER, "Отменить · 10 мин");
  expect(toast()).toBe("Время вышло: отменить можно в течение 10 минут.");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "in_progress" });
  expect(bot.captions(WORKER)).not.toContain("Отменить · 10 мин");
});

test("a task is declined with a reason, and the author assigns it to another", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Не беру");
  expect(bot.last(WORKER).text).toContain("Почему не берёте?");
  await bot.press(WORKER, "Нет фронта");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "new", assignee: null });
  await openAssignedTask(bot);
  expect(bot.last(MANAGER).text).toContain("Не берут  Белов: Нет фронта");
  expect(bot.captions(MANAGER)).toEqual(["Назначить другого", "Изменить", "Снять", "Вопрос"]);
  await bot.press(MANAGER, "Назначить другого");
  await bot.say(MANAGER, "гущ");
  expect(bot.captions(MANAGER)).toEqual(["Гущина Нина · Специалист снабжения", "← Назад", "Отмена"]);
  await bot.press(MANAGER, "Гущина");
  expect(await taskOf(bot, taskId)).toMatchObject({
    status: "assigned",
    assignee: { fullName: "Нина Гущина" },
  });
  await openTask(bot, SUPPLY);
  expect(bot.captions(SUPPLY)).toContain("Беру в работу");
});

test("«Другое» asks for a text of at least five characters", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Не беру");
  await bot.press(WORKER, "Другое");
  await bot.say(WORKER, "нет");
  expect(bot.last(WORKER).text).toBe("Слишком коротко: нужно не меньше 5 знаков.");
  await bot.say(WORKER, "ждём люльку до пятницы");
  const { moves, status } = await taskOf(bot, taskId);
  expect(status).toBe("new");
  expect(moves[0]).toMatchObject({ reason: "ждём люльку до пятницы" });
});

test("a button of an outdated card shows what others did and the current card (error.conflict)", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  const old = bot.last(WORKER);
  const take = old.keyboard[0]?.[0]?.callback_data ?? "";
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Снять");
  await bot.say(MANAGER, "работы больше нет");
  const before = await bot.world.traces();
  await bot.pressData(WORKER, take, old.messageId);
  expect(toast()).toBe("⚠️ Уже изменилось");
  expect(bot.last(WORKER).text).toContain("Дёмин, 10:00: снята. Ниже то, что есть сейчас.");
  expect(bot.captions(WORKER)).toEqual(["Вопрос"]);
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "cancelled" });
  expect(await bot.world.traces()).toEqual(before);
});

test("a button of another user's task changes nothing (regression 7, 27)", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  const { keyboard, messageId } = bot.last(WORKER);
  const [take, decline] = keyboard[0]?.map(({ callback_data: data }) => data ?? "") ?? [];
  await bot.say(SUPPLY, "/tasks");
  await bot.say(1_000_013, "/tasks");
  const before = await bot.world.traces();
  const told = [
    [take, "⚠️ Нет права: выполнять задачу"],
    [decline, "⚠️ Нет права"],
  ] as const;
  for (const [data, words] of told) {
    await bot.pressData(SUPPLY, data ?? "");
    expect(toast()).toBe(words);
    await bot.pressData(SUPPLY, data ?? "", messageId, WORKER);
    expect(toast()).toBe("Эта кнопка не ваша: Белов");
  }
  await bot.pressData(1_000_013, take ?? "");
  expect(bot.last(1_000_013).text).toContain("🔎 Не найдено");
  expect(await bot.world.traces()).toEqual(before);
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "assigned" });
});

test("two presses of one button make one move", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  const { keyboard, messageId } = bot.last(WORKER);
  const take = keyboard[0]?.[0]?.callback_data ?? "";
  await bot.deliver(bot.callbackUpdate(WORKER, take, messageId), bot.callbackUpdate(WORKER, take, messageId));
  expect((await taskOf(bot, taskId)).moves.filter(({ to }) => to === "in_progress")).toHaveLength(1);
});

test("the list has seven rows per page and shows how many follow", async () => {
  for (let at = 1; at <= 9; at += 1)
    await createTestTask(bot, object.id, { title: `Задача ${at}`, deadline: "2026-09-10" });
  await bot.say(WORKER, "/tasks");
  expect(bot.captions(WORKER).filter((text) => text.startsWith("Задача"))).toHaveLength(7);
  await bot.press(WORKER, "и ещё 2");
  expect(bot.captions(WORKER)).toEqual(["Задача 8", "Задача 9", "← Раньше", "От меня", "Меню"]);
});

test("without tasks the list says so", async () => {
  await bot.say(WORKER, "/tasks");
  expect(bot.last(WORKER).text).toBe("<b>🔎 Задач нет</b>\n────────────────\nНовые придут сюда.");
});
