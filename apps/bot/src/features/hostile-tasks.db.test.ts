import { changeTaskStatus, updateTask } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";
import { VIEWER } from "../testing/chats.ts";
import { dialogueOf } from "../testing/dialogue-of.ts";
import {
  createTestTask,
  MANAGER,
  openAssignedTask,
  openTask,
  takeTask,
  taskOf,
  WORKER,
} from "../testing/task-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply", "viewer"] });
});
afterEach(() => closeQuiet(bot));

const leaveTeam = (who: number) =>
  bot.world.db
    .sql`delete from object_roles where user_id = (select id from users where telegram_id = ${who})`;

test("a user removed from the object during a task's dialogue is told so and is not stuck in it", async () => {
  const taskId = await createTestTask(bot, object.id);
  const ways = [
    () => bot.press(WORKER, "Отмена"),
    () => bot.press(WORKER, "Нет фронта"),
    () => bot.press(WORKER, "← Назад"),
  ];
  const roles = await bot.world.db.read<{ id: number }>(
    "select user_id as id from object_roles where role = 'construction_itr'",
    [],
  );
  for (const way of ways) {
    await openTask(bot, WORKER);
    await bot.press(WORKER, "Не беру");
    await leaveTeam(WORKER);
    const before = await bot.world.traces();
    await way();
    expect(bot.last(WORKER).text).toContain("🔎 Не найдено");
    expect(await dialogueOf(bot, WORKER)).toBeNull();
    expect(await bot.world.traces()).toEqual(before);
    await bot.world.db.sql`insert into object_roles (object_id, user_id, role, since)
        values (${object.id}, ${roles[0]?.id ?? 0}, 'construction_itr', '2026-09-01')`;
  }
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "assigned" });
});

test("a new task is refused when its manager has lost the object or the right meanwhile, and the dialogue ends", async () => {
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await leaveTeam(MANAGER);
  const before = await bot.world.traces();
  await bot.press(MANAGER, "Пока никому");
  expect(bot.last(MANAGER).text).toContain("🔎 Не найдено");
  expect(await dialogueOf(bot, MANAGER)).toBeNull();
  await bot.say(MANAGER, "24.09");
  expect(bot.last(MANAGER).text).toBe("Здесь работают команды и кнопки.");
  expect(await bot.world.traces()).toEqual(before);
});

test("a new task on an object archived meanwhile is refused with a reason", async () => {
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Сегодня");
  await bot.world.db.sql`update objects set status = 'archived' where id = ${object.id}`;
  await bot.press(MANAGER, "Поставить задачу");
  const said = `${bot.telegram.toasts().at(-1)} ${bot.last(MANAGER).text}`;
  expect(said).toContain("Объект уже закрыт");
});

test("an observer who presses forwarded buttons of tasks and teams changes nothing", async () => {
  const taskId = await createTestTask(bot, object.id);
  await bot.say(VIEWER, "/menu");
  const before = await bot.world.traces();
  for (const data of [
    `t:take:${taskId}:1`,
    `t:open:${taskId}:1`,
    `tl:open:${taskId}`,
    `ap:t:${taskId}:0`,
    `ob:a:${object.id}`,
    `ob:d:${object.id}:11`,
    "ad:m",
    "c:newtask",
    "c:newobject",
    "c:viewas",
  ]) {
    await bot.pressData(VIEWER, data);
    expect({ data, text: bot.last(VIEWER).text }).toEqual({
      data,
      text: expect.stringMatching(/Не найдено|Нет права|Этот шаг/),
    });
  }
  expect(await bot.world.traces()).toEqual(before);
  expect(await dialogueOf(bot, VIEWER)).toBeFalsy();
});

test("buttons of a task finished meanwhile show who changed it and the fresh card", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openAssignedTask(bot);
  await bot.press(MANAGER, "Изменить");
  await bot.press(MANAGER, "Название");
  const ctx = bot.world.ctx(await bot.world.as("admin"));
  await changeTaskStatus.run(ctx, { taskId, version: 1, to: "cancelled", reason: "не нужна больше" });
  await bot.say(MANAGER, 'Закрыть <b>З-1</b> & "З-2"');
  expect(bot.last(MANAGER).text).toContain("⚠️ Уже изменилось");
  expect(bot.last(MANAGER).text).toContain("Снята");
  expect(await taskOf(bot, taskId)).toMatchObject({ title: "Испытать анкеры на вырыв, Восток 7" });
  expect(await dialogueOf(bot, MANAGER)).toBeNull();
});

test("titles, names and comments of Telegram's maximum length are saved in full and break no card", async () => {
  const odd = "<b>&\"O'Нил</b>";
  await bot.world.db
    .sql`update users set full_name = ${"Сергей O'Нил-«Белов»"} where telegram_id = ${WORKER}`;
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "ж".repeat(4096));
  expect(bot.last(MANAGER).text).toBe("Слишком длинно: помещается до 200 знаков.");
  await bot.say(MANAGER, odd.padEnd(200, "ж"));
  await bot.press(MANAGER, "O'Нил-«Белов»");
  await bot.press(MANAGER, "Сегодня");
  await bot.press(MANAGER, "Описание");
  await bot.say(MANAGER, "&".repeat(4096));
  expect(bot.last(MANAGER).text).toBe("Слишком длинно: помещается до 2000 знаков.");
  await bot.say(MANAGER, "&".repeat(2000));
  await bot.press(MANAGER, "Поставить задачу");
  const [{ id = 0 } = {}] = await bot.world.db.read<{ id: number }>("select id from tasks", []);
  expect((await taskOf(bot, id)).text).toBe("&".repeat(2000));
  const sent = bot.telegram.calls.filter(({ params }) => typeof params["text"] === "string");
  for (const { params } of sent) expect(String(params["text"]).length).toBeLessThanOrEqual(12_000);
  expect(bot.last(MANAGER).text).toContain("&lt;b&gt;&amp;&quot;");
});

test("«завтра» in the evening is the object's next day, and an invalid date is refused", async () => {
  bot.advance(12 * 60 + 30);
  await bot.say(MANAGER, "/newtask");
  await bot.say(MANAGER, "Проверить люльки");
  await bot.press(MANAGER, "Белов");
  for (const typed of ["31.02", "29.02.2027", "0.0", "32.13.2026"]) {
    await bot.say(MANAGER, typed);
    expect(bot.last(MANAGER).text).toContain("Здесь жду день");
  }
  await bot.say(MANAGER, "завтра");
  await bot.press(MANAGER, "Поставить задачу");
  const [task] = await bot.world.db.read<{ deadline: string }>(
    "select deadline::text as deadline from tasks",
    [],
  );
  expect(task?.deadline).toBe("2026-09-09");
});

test("of an album of more than twenty photos twenty are sent with the task, the others are reported", async () => {
  const taskId = await createTestTask(bot, object.id);
  await takeTask(bot);
  await bot.press(WORKER, "Сдать");
  for (let at = 0; at < 23; at += 1) await bot.photo(WORKER, `p${at}`, `album${Math.floor(at / 10)}`);
  const full = bot.telegram.messages(WORKER).filter(({ text }) => text.startsWith("Фото уже 20"));
  expect(full.length).toBeGreaterThan(0);
  await bot.press(WORKER, "Сдать");
  expect((await taskOf(bot, taskId)).photoCount).toBe(20);
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "review" });
});

test.each(["Сдать", "Вопрос"])("a late part of an album of a cancelled «%s» goes nowhere", async (form) => {
  const taskId = await createTestTask(bot, object.id);
  await takeTask(bot);
  await bot.press(WORKER, form);
  await bot.photo(WORKER, "p1", "album");
  await bot.press(WORKER, "Отмена");
  await bot.photo(WORKER, "p2", "album");
  const told = bot.telegram.messages(WORKER).filter(({ text }) => text.startsWith("Фото не сохранено: "));
  expect(told).toHaveLength(1);
  expect(await taskOf(bot, taskId)).toMatchObject({ photoCount: 0, commentCount: 0 });
  expect(await bot.world.db.read("select 1 from files", [])).toEqual([]);
});

test("late parts of an album that was sent count towards the limit of its form", async () => {
  const taskId = await createTestTask(bot, object.id);
  await takeTask(bot);
  await bot.press(WORKER, "Сдать");
  for (let at = 0; at < 18; at += 1) await bot.photo(WORKER, `p${at}`, `album${Math.floor(at / 10)}`);
  await bot.press(WORKER, "Сдать");
  for (let at = 18; at < 22; at += 1) await bot.photo(WORKER, `p${at}`, "album1");
  expect(await taskOf(bot, taskId)).toMatchObject({ photoCount: 20, commentCount: 2 });
  expect(bot.last(WORKER).text).toMatch(/^Фото уже 20/);
});

test("a deadline moved by the manager while photos are collected does not lose them", async () => {
  const taskId = await createTestTask(bot, object.id);
  await takeTask(bot);
  await bot.press(WORKER, "Сдать");
  await bot.photo(WORKER, "p1");
  const { version } = await taskOf(bot, taskId);
  const ctx = bot.world.ctx(await bot.world.as("project_manager"));
  await updateTask.run(ctx, { taskId, version, deadline: "2026-09-20" });
  await bot.press(WORKER, "Сдать");
  expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
  await bot.press(WORKER, "Сдать");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "review", photoCount: 1 });
});

test("a reason pressed after ← Назад gets the notice of a closed dialogue, not of a saved one", async () => {
  const taskId = await createTestTask(bot, object.id);
  await openTask(bot, WORKER);
  await bot.press(WORKER, "Не беру");
  const { keyboard, messageId } = bot.last(WORKER);
  const chip = keyboard.flat().find(({ text }) => text === "Нет фронта")?.callback_data ?? "";
  await bot.press(WORKER, "← Назад");
  await bot.pressData(WORKER, chip, messageId);
  expect(bot.telegram.toasts().at(-1)).toBe("Этот шаг уже закрыт");
  expect(bot.captions(WORKER)).toContain("Беру в работу");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "assigned" });
});
