import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { INSTALLER } from "../../testing/chats.ts";
import { MANAGER, taskOf, WORKER } from "../../testing/task-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply", "installer", "viewer"] });
});
afterEach(() => closeQuiet(bot));

const taskIds = async () =>
  (await bot.world.db.read<{ id: number }>("select id from tasks order by id", [])).map(({ id }) => id);

test("regression 9: /newtask saves, across a restart, and the task is in both lists", async () => {
  await bot.say(MANAGER, "/newtask");
  expect(bot.last(MANAGER).text).toContain("📌 Новая задача · СПК Блок Б");
  await bot.say(MANAGER, "Закрыть замечания по <З-1>");
  expect(bot.captions(MANAGER)).toEqual([
    "Дёмин Олег · Руководитель проекта (…",
    "Гущина Нина · Специалист снабжения",
    "Белов Сергей · Прораб (ИТР)",
    "Юсупов Фарход · Монтажник",
    "Пока никому",
    "← Назад",
    "Отмена",
  ]);
  await bot.restart();
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "+3");
  await bot.press(MANAGER, "Высокая");
  await bot.press(MANAGER, "1 фото");
  await bot.press(MANAGER, "Описание");
  await bot.say(MANAGER, "до приёмки этапа");
  expect(bot.last(MANAGER).text).toBe(
    [
      "<b>📌 Закрыть замечания по &lt;З-1&gt;</b>",
      "────────────────",
      "Объект  СПК Блок Б",
      "Исполнитель  Белов\u00a0С.",
      "Срок  <b>в пятницу, 11 сентября</b>",
      "Важность  Высокая",
      "Нужно  1 фото",
      "",
      "до приёмки этапа",
    ].join("\n"),
  );
  await bot.press(MANAGER, "Поставить задачу");
  const [taskId = 0] = await taskIds();
  expect(await taskOf(bot, taskId)).toMatchObject({
    objectId: object.id,
    title: "Закрыть замечания по <З-1>",
    text: "до приёмки этапа",
    status: "assigned",
    assignee: { fullName: "Сергей Белов" },
    creator: { fullName: "Олег Дёмин" },
    deadline: "2026-09-11",
    priority: "high",
    requiredPhotos: 1,
  });
  await bot.say(WORKER, "/tasks");
  expect(bot.captions(WORKER)).toContain("Закрыть замечания по <З-1>");
  await bot.say(MANAGER, "/tasks");
  await bot.press(MANAGER, "От меня");
  expect(bot.captions(MANAGER)).toContain("Закрыть замечания по <З-1>");
});

test("a double press on «Поставить задачу» creates one task and leaves its card unchanged", async () => {
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await bot.press(MANAGER, "Пока никому");
  await bot.press(MANAGER, "Без срока");
  const { keyboard, messageId } = bot.last(MANAGER);
  const create = keyboard[0]?.[0]?.callback_data ?? "";
  const presses = [1, 2, 3].map(() => bot.callbackUpdate(MANAGER, create, messageId));
  await bot.deliver(...presses);
  expect(await taskIds()).toHaveLength(1);
  expect(bot.telegram.toasts().at(-1)).toBe("Уже записано");
  expect(bot.captions(MANAGER)).toContain("Назначить");
});

test("with several objects the first question is which one, and going back keeps the answers", async () => {
  await bot.world.createTestObject({ passport: { name: "НВФ Школа" }, team: ["supply"] });
  await bot.say(MANAGER, "/newtask");
  await bot.press(MANAGER, "НВФ Школа");
  await bot.say(MANAGER, "Заказать анкеры");
  await bot.press(MANAGER, "Гущина");
  await bot.press(MANAGER, "← Назад");
  await bot.press(MANAGER, "← Назад");
  await bot.say(MANAGER, "Заказать анкеры и дюбели");
  await bot.press(MANAGER, "Гущина");
  await bot.press(MANAGER, "Завтра");
  await bot.press(MANAGER, "Поставить задачу");
  const [taskId = 0] = await taskIds();
  expect(await taskOf(bot, taskId)).toMatchObject({
    objectName: "НВФ Школа",
    title: "Заказать анкеры и дюбели",
    deadline: "2026-09-09",
  });
});

test("/newtask during the dialogue offers to resume it, /cancel drops it", async () => {
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await bot.say(MANAGER, "/newtask");
  expect(bot.last(MANAGER).text).toContain("↩️ Продолжим?");
  expect(bot.last(MANAGER).text).toContain("Новая задача: Проверить люльки");
  await bot.press(MANAGER, "Продолжить");
  expect(bot.last(MANAGER).text).toContain("Кому?");
  await bot.say(MANAGER, "/cancel");
  expect(bot.last(MANAGER).text).toBe("Прервано. Ничего не записано.");
  expect(bot.captions(MANAGER)).toEqual([]);
  expect(await taskIds()).toEqual([]);
});

test("a past day is refused with a reason and the question stays", async () => {
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await bot.press(MANAGER, "Белов");
  await bot.say(MANAGER, "1.09.2026");
  expect(bot.last(MANAGER).text).toBe("Этот день уже прошёл. Нужен сегодняшний или позже.");
  await bot.say(MANAGER, "31.11");
  expect(bot.last(MANAGER).text).toBe("Здесь жду день. Например: 24.09");
  await bot.say(MANAGER, "24.09");
  await bot.press(MANAGER, "Поставить задачу");
  const [taskId = 0] = await taskIds();
  expect(await taskOf(bot, taskId)).toMatchObject({ deadline: "2026-09-24" });
});

test("an assignee who left meanwhile is asked for again", async () => {
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Сегодня");
  await bot.world.db.sql`update users set status = 'deactivated' where telegram_id = ${WORKER}`;
  await bot.press(MANAGER, "Поставить задачу");
  expect(bot.telegram.toasts().at(-1)).toBe("Человек не работает в системе: выберите действующего.");
  await bot.press(MANAGER, "Гущина");
  await bot.press(MANAGER, "Сегодня");
  await bot.press(MANAGER, "Поставить задачу");
  expect(await taskIds()).toHaveLength(1);
});

test("a user who may not create tasks is told who may", async () => {
  await bot.say(INSTALLER, "/newtask");
  expect(bot.last(INSTALLER).text).toContain("⚠️ Нет права");
  expect(await taskIds()).toEqual([]);
});
