import { changeTaskStatus, enterFact, requestReschedule } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { ADMIN, DIRECTOR } from "../../testing/chats.ts";
import { enterQuantity } from "../../testing/fact-steps.ts";
import { createTestTask, MANAGER, openTask, taskOf, WORKER } from "../../testing/task-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "pto"] });
});
afterEach(() => closeQuiet(bot));

/** A task that the foreman has handed in. */
async function handedIn(title: string): Promise<number> {
  const taskId = await createTestTask(bot, object.id, { title });
  await openTask(bot, WORKER, title);
  await bot.press(WORKER, "Беру в работу");
  await bot.press(WORKER, "Сдать");
  await bot.press(WORKER, "Сдать");
  return taskId;
}

async function askedForDay(title: string, deadline = "2026-09-14"): Promise<number> {
  const taskId = await createTestTask(bot, object.id, { title, deadline: "2026-09-10" });
  const ctx = bot.world.ctx(await bot.world.as("construction_itr"));
  await requestReschedule.run(ctx, { taskId, deadline, reason: "лаборатория занята" });
  return taskId;
}

test("the manager's menu counts waiting decisions and opens the list, each row opens its card", async () => {
  await enterQuantity(bot, "10");
  await bot.world.db.sql`update daily_plan_fact set plan_qty = quantity`;
  const judged = await handedIn('Закрыть <З-1> & "З-2"');
  const asked = await askedForDay("Испытать анкеры");
  await bot.say(MANAGER, "/menu");
  expect(bot.last(MANAGER).text).toContain("Ждут вас  <b>факт 1 · проверка 1 · сроки 1</b>");
  expect(bot.captions(MANAGER).slice(0, 2)).toEqual(["Разобрать · 3", "Подтвердить факт · 1"]);
  await bot.press(MANAGER, "Разобрать");
  expect(bot.last(MANAGER).text).toBe(
    [
      "<b>🔔 Ждут вас · 3</b>",
      "────────────────",
      "<b>СПК Блок Б</b>\nфакт за 8 сентября, 1 запись",
      "<b>Испытать анкеры</b>\nпросят срок 14 сентября · Белов · СПК Блок Б",
      "<b>Закрыть &lt;З-1&gt; &amp; &quot;З-2&quot;</b>\nсдана на проверку · Белов · СПК Блок Б",
    ].join("\n"),
  );
  const [day, confirmDay] = bot.last(MANAGER).keyboard.flat();
  expect([day?.text, confirmDay?.text]).toEqual(["8 сентября · СПК Блок Б", "Подтвердить · 1"]);
  expect(day?.web_app?.url).toBe(`https://sphera.example/?startapp=o${object.id}_fact_20260908`);
  await bot.press(MANAGER, "Испытать анкеры");
  expect(bot.captions(MANAGER)).toEqual(expect.arrayContaining(["Согласовать", "Оставить срок"]));
  await bot.restart();
  await bot.press(MANAGER, "Согласовать");
  expect(await taskOf(bot, asked)).toMatchObject({ deadline: "2026-09-14" });
  await bot.press(MANAGER, "← Ждут вас");
  expect(bot.last(MANAGER).text).toContain("🔔 Ждут вас · 2");
  expect(bot.last(MANAGER).text).not.toContain("Испытать анкеры");
  await bot.press(MANAGER, "Закрыть");
  await bot.press(MANAGER, "Вернуть");
  await bot.say(MANAGER, "шов на оси Б не заполнен");
  expect(await taskOf(bot, judged)).toMatchObject({ status: "in_progress" });
  await bot.press(MANAGER, "← Ждут вас");
  expect(bot.last(MANAGER).text).toContain("🔔 Ждут вас · 1");
  const lists = bot.telegram.messages(MANAGER).filter(({ text }) => text.includes("🔔 Ждут вас"));
  expect(lists).toHaveLength(1);
});

test("a task that stands waits for who is named to help: in /menu, /notifications and the list, which leads to «Решить»", async () => {
  const { world } = bot;
  const taskId = await createTestTask(bot, object.id, { title: "Испытать анкеры", deadline: "2026-09-10" });
  const helper = await world.as("project_manager");
  const { version } = await taskOf(bot, taskId);
  await changeTaskStatus.run(world.ctx(await world.as("construction_itr"), { now: bot.now() }), {
    taskId,
    version,
    move: "block",
    reason: "нет протокола",
    blocker: { userId: helper.id },
  } as never);
  for (const command of ["/menu", "/notifications"]) {
    await bot.say(MANAGER, command);
    expect(bot.last(MANAGER).text).toContain("помехи 1");
  }
  await bot.press(MANAGER, "Разобрать");
  expect(bot.last(MANAGER).text).toContain("<b>Испытать анкеры</b>\nстоит, ждёт вас");
  expect(bot.last(MANAGER).text).toContain("нет протокола");
  await bot.press(MANAGER, "Испытать анкеры");
  await bot.press(MANAGER, "Решить");
  expect(await taskOf(bot, taskId)).toMatchObject({ status: "in_progress" });
  await bot.press(MANAGER, "← Ждут вас");
  expect(bot.last(MANAGER).text).not.toContain("Испытать анкеры");
});

test("menu, summary, notifications and the list count the same: what waits for the user's decision", async () => {
  await enterQuantity(bot, "10");
  await handedIn("Закрыть З-1");
  await askedForDay("Испытать анкеры");
  const waits = "факт 1 · проверка 1 · сроки 1";
  for (const command of ["/menu", "/dashboard"]) {
    await bot.say(MANAGER, command);
    expect(bot.last(MANAGER).text).toContain(`Ждут вас  <b>${waits}</b>`);
    expect(bot.captions(MANAGER)[0]).toBe("Разобрать · 3");
  }
  const { id } = await bot.world.as("project_manager");
  await bot.world.db.sql`
    insert into notifications (user_id, key, type, category, priority, title, text, payload, deep_link, created_at,
      updated_at)
    values (${id}, 'k', 'task.commented', 'tasks', 'normal', 'Вопрос', 'к задаче', '{}', 't1', ${bot.now()},
      ${bot.now()})`;
  await bot.say(MANAGER, "/notifications");
  expect(bot.last(MANAGER).text).toBe(
    ["<b>🔔 Ждут вас · 3</b>", "────────────────", waits, "<b>Новое · 1</b>", "<b>Вопрос</b>\nк задаче"].join(
      "\n",
    ),
  );
  expect(bot.captions(MANAGER)).toEqual(["Разобрать · 3", "Вопрос", "Что и когда сообщать", "Меню"]);
  await bot.press(MANAGER, "Разобрать · 3");
  expect(bot.last(MANAGER).text).toContain("🔔 Ждут вас · 3");
});

test("seven rows per page; a page past the end shows the last one, an empty list says so", async () => {
  const taskIds: number[] = [];
  for (let at = 0; at < 9; at += 1)
    taskIds.push(await createTestTask(bot, object.id, { title: `Задача ${at}` }));
  await bot.say(WORKER, "/menu");
  expect(bot.last(WORKER).text).toContain("Ждут вас  <b>задачи 9</b>");
  await bot.press(WORKER, "Разобрать · 9");
  expect(bot.captions(WORKER)).toHaveLength(9);
  await bot.press(WORKER, "и ещё 2");
  expect(bot.captions(WORKER)).toEqual(["Задача 7", "Задача 8", "← Раньше", "Меню"]);
  await bot.press(WORKER, "Задача 8");
  await bot.press(WORKER, "Беру в работу");
  await bot.world.db.sql`update tasks set status = 'cancelled' where title = 'Задача 7'`;
  await bot.world.rebuildDecisions();
  await bot.press(WORKER, "← Ждут вас");
  expect(bot.captions(WORKER)).toHaveLength(8);
  await bot.world.db.sql`update tasks set status = 'cancelled'`;
  await bot.world.rebuildDecisions();
  await bot.pressData(WORKER, "ap:p:3");
  expect(bot.last(WORKER).text).toContain("🔎 Тихо");
});

test("a day of another year is never asked for without its year", async () => {
  await askedForDay("Испытать анкеры", "2099-09-14");
  await bot.say(MANAGER, "/menu");
  await bot.press(MANAGER, "Разобрать");
  expect(bot.last(MANAGER).text).toContain("просят срок 14 сентября 2099 · ");
  await bot.press(MANAGER, "Испытать анкеры");
  expect(bot.last(MANAGER).text).toContain("14 сентября 2099 вместо 10 сентября · Белов");
});

test("a row whose task was already decided opens the current task", async () => {
  const taskId = await handedIn("Закрыть З-1");
  await bot.say(MANAGER, "/menu");
  await bot.press(MANAGER, "Разобрать");
  const { version } = await taskOf(bot, taskId);
  const ctx = bot.world.ctx(await bot.world.as("admin"));
  await changeTaskStatus.run(ctx, { taskId, version, to: "done" });
  await bot.press(MANAGER, "Закрыть З-1");
  expect(bot.last(MANAGER).text).toContain("Выполнена");
  expect(bot.captions(MANAGER)).not.toContain("Работа принята");
  await bot.press(MANAGER, "← Ждут вас");
  expect(bot.last(MANAGER).text).toContain("🔎 Тихо");
});

test("newcomers wait in the admin's list, and a person's card leads back to it after the decision", async () => {
  const { id } = await bot.world.createUser({ role: null, status: "pending", fullName: "Яна О'Нил-Ким" });
  await bot.say(ADMIN, "/menu");
  expect(bot.last(ADMIN).text).toContain("Ждут вашего решения  <b>1</b>");
  await bot.press(ADMIN, "Решения · 1");
  expect(bot.last(ADMIN).text).toContain("<b>Яна О'Нил-Ким</b>\nждёт доступа");
  await bot.press(ADMIN, "Яна");
  await bot.press(ADMIN, "Выбрать роль");
  await bot.press(ADMIN, "Прораб");
  expect(bot.last(ADMIN).text).toContain("Доступ открыт");
  await bot.press(ADMIN, "← Ждут вас");
  expect(bot.last(ADMIN).text).toContain("🔎 Тихо");
  await bot.pressData(ADMIN, `ap:u:${id}:0`);
  expect(bot.last(ADMIN).text).toContain("Прораб (ИТР)");
});

test("a director has no such button while nothing waits, and cannot open rows of others", async () => {
  const taskId = await handedIn("Закрыть З-1");
  await bot.say(DIRECTOR, "/menu");
  expect(bot.captions(DIRECTOR).some((caption) => caption.startsWith("Решения"))).toBe(false);
  const stranger = 1_000_016;
  await bot.say(stranger, "/menu");
  await bot.pressData(stranger, `ap:t:${taskId}:0`);
  expect(bot.last(stranger).text).toContain("🔎 Не найдено");
  await bot.pressData(stranger, "ap:u:1:0");
  expect(bot.last(stranger).text).toContain("⚠️ Нет права");
});

test("the menu of an object says when decisions on other objects are among those that wait", async () => {
  const { world } = bot;
  const other = await world.createTestObject({ team: ["construction_itr"] });
  const ctx = world.ctx(await world.as("construction_itr"), { now: bot.now() });
  for (const { id: objectId, cell } of [object, other]) {
    const floorVolumeId = cell("Юг", "1", "МОД");
    await enterFact.run(ctx, { objectId, floorVolumeId, date: "2026-09-08", quantity: "10" });
  }
  for (const command of ["/menu", "/dashboard"]) {
    await bot.say(MANAGER, command);
    expect(bot.last(MANAGER).text).toContain("Ждут вас на всех объектах  <b>факт 2</b>");
  }
});
