import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { ADMIN, MANAGER } from "../../testing/chats.ts";
import { createTestTask } from "../../testing/task-steps.ts";

const MARK = "<i>Режим просмотра: Прораб (ИТР), СПК Блок Б</i>";
let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject();
});
afterEach(() => closeQuiet(bot));

async function lookAsForeman(): Promise<void> {
  await bot.say(ADMIN, "/viewas");
  await bot.press(ADMIN, "Прораб");
  await bot.press(ADMIN, "СПК Блок Б");
}

test("an admin sees the foreman's menu, objects, tasks and summary, each marked as a view", async () => {
  await lookAsForeman();
  expect(bot.last(ADMIN).text).toContain("👥 Режим просмотра");
  await bot.say(ADMIN, "/menu");
  expect(bot.last(ADMIN).text).toContain(`${MARK}\n<b>🏗 СПК Блок Б · смена вт, 8 сентября</b>`);
  for (const command of ["/objects", "/tasks", "/dashboard"]) {
    await bot.say(ADMIN, command);
    expect(bot.last(ADMIN).text.startsWith(MARK)).toBe(true);
    expect(bot.captions(ADMIN).at(-1)).toBe("Выйти из просмотра");
  }
  await bot.press(ADMIN, "Выйти из просмотра");
  expect(bot.last(ADMIN).text).toBe("Просмотр закончен.");
  await bot.say(ADMIN, "/menu");
  expect(bot.last(ADMIN).text).toContain("🏗 Компания");
});

test("nothing is written meanwhile, whatever is pressed or sent", async () => {
  const taskId = await createTestTask(bot, object.id);
  await lookAsForeman();
  const before = await bot.world.traces();
  const task = `${taskId}:1`;
  const writing = [
    `t:take:${task}`,
    `t:ask:${task}`,
    `t:comment:${task}`,
    `ob:a:${object.id}`,
    "ad:m",
    "c:fact",
    "c:newtask",
    "u:a:1",
    "d1:abc:save",
  ];
  for (const data of writing) {
    await bot.pressData(ADMIN, data);
    expect({ data, toast: bot.telegram.toasts().at(-1) }).toEqual({
      data,
      toast: "Режим просмотра: ничего не записывается.",
    });
  }
  for (const command of ["/fact", "/newtask", "/newobject", "/admin", "/cancel", "привет", "/start inv_x"]) {
    await bot.say(ADMIN, command);
    expect(bot.last(ADMIN).text).toContain("ничего не записывается");
  }
  await bot.photo(ADMIN, "seen");
  expect(bot.last(ADMIN).text).toContain("ничего не записывается");
  expect(await bot.world.traces()).toEqual(before);
  await bot.pressData(ADMIN, `t:open:${task}`);
  expect(bot.last(ADMIN).text).toContain("Испытать анкеры");
});

test("a company role needs no object", async () => {
  await bot.say(ADMIN, "/viewas");
  await bot.press(ADMIN, "Генеральный директор");
  await bot.say(ADMIN, "/menu");
  expect(bot.last(ADMIN).text).toContain("<i>Режим просмотра: Генеральный директор</i>");
  expect(bot.last(ADMIN).text).toContain("🏗 Компания");
});

test("nobody else may view as another role, and the view ends with the right to it", async () => {
  await bot.say(MANAGER, "/viewas");
  expect(bot.last(MANAGER).text).toContain("⚠️ Нет права");
  await bot.pressData(MANAGER, `va:o:construction_itr:${object.id}`);
  expect(bot.last(MANAGER).text).toContain("⚠️ Нет права");
  await bot.say(MANAGER, "/menu");
  expect(bot.last(MANAGER).text).not.toContain("Режим просмотра");
  await lookAsForeman();
  await bot.world.db.sql`update users set role = 'pto' where telegram_id = ${ADMIN}`;
  await bot.say(ADMIN, "/objects");
  expect(bot.last(ADMIN).text).not.toContain("Режим просмотра");
  expect(bot.last(ADMIN).text).toContain("🔎 Объектов нет");
});
