import { changeTaskStatus, requestReschedule } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { dialogueOf } from "../../testing/dialogue-of.ts";
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

test("a question accepts the ten photos that one message may carry, and can be sent with them", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Вопрос");
  for (let at = 0; at < 12; at += 1) await bot.photo(WORKER, `q${at}`, `asked${Math.floor(at / 6)}`);
  expect(bot.telegram.messages(WORKER).some(({ text }) => text.startsWith("Фото уже 10"))).toBe(true);
  await bot.say(WORKER, "какой анкер ставить?");
  const { commentCount, files } = await taskOf(bot, taskId);
  expect([commentCount, files.length]).toEqual([1, 10]);
  expect(await dialogueOf(bot, WORKER)).toBeNull();
});

test("the caption of a photo that the step does not accept is not used as its answer", async () => {
  const taskId = await createTestTask(bot, object.id);
  const photo = [{ file_id: "f", file_unique_id: "u", width: 1280, height: 960, file_size: 250_000 }];
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Не беру");
  await bot.press(WORKER, "Другое");
  await bot.send(WORKER, { photo, caption: "вот так стоит люлька" });
  expect(bot.last(WORKER).text).toBe("Здесь жду слова. Напишите одним сообщением.");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "assigned" });
  await bot.say(MANAGER, "/newtask");
  await bot.send(MANAGER, { photo, caption: "Проверить люльки" });
  expect(bot.last(MANAGER).text).toBe("Здесь жду название. Например: Испытать анкеры, Восток 7");
  expect(await dialogueOf(bot, MANAGER)).toMatchObject({ step: "title", values: {} });
});

test("a day beyond the calendar is refused", async () => {
  await createTestTask(bot, object.id);
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Изменить");
  await bot.press(MANAGER, "Срок");
  await bot.say(MANAGER, "01.01.9999");
  expect(bot.last(MANAGER).text).toBe("Здесь жду день. Например: 24.09");
});

test("a page of tasks past the end shows the last one, not an empty list", async () => {
  const first = await createTestTask(bot, object.id, { title: "Задача первая", deadline: "2026-09-09" });
  for (let at = 0; at < 7; at += 1) await createTestTask(bot, object.id, { title: `Задача ${at}` });
  await bot.say(WORKER, "/tasks");
  const ctx = bot.world.ctx(await bot.world.as("admin"));
  await changeTaskStatus.run(ctx, { taskId: first, version: 1, to: "cancelled", reason: "не нужна больше" });
  await bot.press(WORKER, "и ещё 1");
  expect(bot.last(WORKER).text).toContain("📌 Мои задачи · 7");
  expect(bot.captions(WORKER)).toContain("Задача 0");
});

test("a day that cannot be requested is refused before the reason is asked for", async () => {
  await createTestTask(bot, object.id, { deadline: "2026-09-11" });
  await takeTask(bot);
  await bot.press(WORKER, "Перенести");
  for (const [typed, words] of [
    ["сегодня", "Нужен день позже сегодняшнего: 8 сентября"],
    ["01.09.2026", "Нужен день позже сегодняшнего: 8 сентября"],
    ["11.09", "Это нынешний срок"],
  ] as const) {
    await bot.say(WORKER, typed);
    expect(bot.last(WORKER).text).toBe(words);
    expect(await dialogueOf(bot, WORKER)).toMatchObject({ step: "deadline", values: {} });
  }
  await bot.press(WORKER, "+3");
  expect(bot.telegram.toasts().at(-1)).toBe("Это нынешний срок");
  await bot.say(WORKER, "14.09");
  expect(await dialogueOf(bot, WORKER)).toMatchObject({ step: "reason", values: { deadline: "2026-09-14" } });
});

test("after another deadline was requested in the app, the chat's card says that it waits, not that the right is missing", async () => {
  const taskId = await createTestTask(bot, object.id, { deadline: "2026-09-11" });
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Беру в работу");
  const ctx = bot.world.ctx(await bot.world.as("construction_itr"));
  await requestReschedule.run(ctx, { taskId, deadline: "2026-09-14", reason: "ждём узел от КМ" });
  await bot.press(WORKER, "Перенести");
  expect(bot.telegram.toasts().at(-1)).toBe("Просьба о переносе уже ждёт решения.");
  expect(bot.last(WORKER).text).toContain("Просят срок  14 сентября");
  expect(bot.captions(WORKER)).not.toContain("Перенести");
});

test("invisible characters are no title, and three emoji are not five characters", async () => {
  const taskId = await createTestTask(bot, object.id);
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "\u200b\u2063");
  expect(bot.last(MANAGER).text).toBe("Здесь жду название. Например: Испытать анкеры, Восток 7");
  await openTask(bot, WORKER);
  for (const caption of ["Не беру", "Другое"]) await bot.press(WORKER, caption);
  await bot.say(WORKER, "🙂🙂🙂");
  expect(bot.last(WORKER).text).toBe("Слишком коротко: нужно не меньше 5 знаков.");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "assigned" });
});

test("regression 23: steps of users who judge and manage stay open whatever is sent", async () => {
  await createTestTask(bot, object.id, { title: "Сданная" });
  await openTask(bot, WORKER, "Сданная");
  for (const caption of ["Беру в работу", "Сдать", "Сдать"]) await bot.press(WORKER, caption);
  await createTestTask(bot, object.id, { title: "Новая", deadline: "2026-09-11" });
  await openTask(bot, WORKER, "Новая");
  for (const caption of ["Беру в работу", "Перенести", "Завтра"]) await bot.press(WORKER, caption);
  await bot.say(WORKER, "успеем раньше срока");
  const ways: [string, string[]][] = [
    ["Сданная", ["Вернуть"]],
    ["Новая", ["Оставить срок"]],
    ["Новая", ["Назначить другого", "Гущина"]],
    ["Новая", ["Изменить", "Описание"]],
    ["Новая", ["Изменить", "Срок"]],
  ];
  for (const [title, captions] of ways) {
    await bot.say(MANAGER, "/cancel");
    await openAssignedTask(bot, MANAGER, title);
    for (const caption of captions) await bot.press(MANAGER, caption);
    await staysAt(captions.join(" → "));
  }
  await bot.say(MANAGER, "/cancel");
  await openAssignedTask(bot, MANAGER, "Сданная");
  for (const caption of ["Работа принята", "Открыть снова"]) await bot.press(MANAGER, caption);
  await staysAt("Открыть снова");
  await bot.say(MANAGER, "/cancel");
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  for (const caption of ["Белов", "Сегодня", "Описание"]) await bot.press(MANAGER, caption);
  await staysAt("Описание");
});

/** A sticker, a forwarded message and an empty one leave the manager's dialogue at the step and write nothing. */
async function staysAt(step: string): Promise<void> {
  const [before, traces] = [await dialogueOf(bot, MANAGER), await bot.world.traces()];
  expect({ step, dialogue: before }).not.toEqual({ step, dialogue: null });
  for (const odd of [
    { sticker: { file_id: "s", file_unique_id: "s" } },
    { text: "Белов и другие", forward_origin: { type: "channel", date: 1 } },
    {},
  ] as const) {
    await bot.send(MANAGER, odd);
    expect(bot.last(MANAGER).text).toMatch(/^Здесь жду /);
    expect({ step, dialogue: await dialogueOf(bot, MANAGER) }).toEqual({ step, dialogue: before });
  }
  expect(await bot.world.traces()).toEqual(traces);
}
