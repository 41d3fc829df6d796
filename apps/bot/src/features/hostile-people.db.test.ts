import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";
import { ADMIN } from "../testing/chats.ts";
import { dialogueOf } from "../testing/dialogue-of.ts";
import { createTestTask, MANAGER, WORKER } from "../testing/task-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply", "viewer"] });
});
afterEach(() => closeQuiet(bot));

test("in a group neither texts nor presses of a dialogue have an effect", async () => {
  await bot.say(MANAGER, "/newtask");
  const before = await dialogueOf(bot, MANAGER);
  const chat = { id: -500, type: "supergroup" as const, title: "Блок Б" };
  await bot.send(MANAGER, { chat, text: "Проверить люльки" });
  const cancel = bot.last(MANAGER).keyboard.flat()[0]?.callback_data ?? "";
  const update = bot.callbackUpdate(MANAGER, cancel, 5);
  const press = update.callback_query;
  if (press?.message !== undefined) press.message.chat = chat;
  await bot.deliver(update);
  expect(await dialogueOf(bot, MANAGER)).toEqual(before);
  expect(bot.telegram.messages(-500)).toHaveLength(0);
});

test("an admin who loses the role during a dialogue gets a refusal and writes nothing", async () => {
  await bot.world.createUser({ role: "admin" });
  await bot.say(ADMIN, "/admin");
  await bot.press(ADMIN, "Найти");
  await bot.say(ADMIN, "Климова");
  await bot.press(ADMIN, "Анна Климова");
  await bot.press(ADMIN, "Закрыть доступ");
  await bot.world.db.sql`update users set role = 'viewer' where telegram_id = ${ADMIN}`;
  const before = await bot.world.traces();
  await bot.say(ADMIN, "уволилась вчера");
  expect(bot.last(ADMIN).text).toContain("⚠️ Нет права");
  expect(await bot.world.traces()).toEqual(before);
  await bot.say(ADMIN, "/cancel");
  expect(await dialogueOf(bot, ADMIN)).toBeNull();
});

test("/start and /menu during a dialogue leave every question open", async () => {
  await bot.say(MANAGER, "/newobject");
  await bot.say(MANAGER, "Башня");
  for (const command of ["/start", "/menu", "/help", "/tasks", "/objects", "/nonsense"]) {
    await bot.say(MANAGER, command);
    await bot.restart();
  }
  await bot.say(MANAGER, "Тверь, Садовая, 1");
  await bot.say(MANAGER, "Город");
  expect(await dialogueOf(bot, MANAGER)).toMatchObject({
    values: { name: "Башня", place: "Тверь, Садовая, 1", customer: "Город" },
  });
});

test("a person added to the team twice at once, by one manager or by two, is in it once", async () => {
  const again = 1_000_001;
  for (const who of [MANAGER, again]) {
    await bot.say(who, "/objects");
    for (const caption of ["СПК Блок Б", "Команда", "Добавить"]) await bot.press(who, caption);
    await bot.say(who, "климова");
    await bot.press(who, "Климова");
    await bot.press(who, "Инженер ПТО");
  }
  const presses = [MANAGER, MANAGER, again].map((who) => {
    const { keyboard, messageId } = bot.last(who);
    return bot.callbackUpdate(who, keyboard[0]?.[0]?.callback_data ?? "", messageId);
  });
  await bot.deliver(...presses);
  const held = await bot.world.db.read(
    "select 1 from object_roles r join users u on u.id = r.user_id where u.full_name = 'Анна Климова'",
    [],
  );
  expect(held).toHaveLength(1);
  for (const who of [MANAGER, again]) {
    expect(bot.last(who).text).not.toContain("Не получилось");
    await bot.say(who, "/cancel");
    expect(await dialogueOf(bot, who)).toBeNull();
  }
});

test("the card of a person decided by another admin, and of one's own account, shows the current state", async () => {
  const other = await bot.world.createUser({ role: "admin", fullName: "Ольга Сомова" });
  const { id } = await bot.world.createUser({ role: null, status: "pending", fullName: "Яна Ким" });
  const his = Number(other.telegramId);
  await bot.say(ADMIN, "/admin");
  await bot.press(ADMIN, "Ждут доступа");
  await bot.press(ADMIN, "Яна Ким");
  await bot.say(his, "/admin");
  await bot.pressData(his, `u:g:${id}:pto`);
  await bot.press(ADMIN, "Выбрать роль");
  expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
  expect(bot.last(ADMIN).text).toContain("Уже решено");
});

test("a link to an object archived meanwhile, and a link used twice, are refused with a reason", async () => {
  await bot.say(MANAGER, "/objects");
  for (const caption of ["СПК Блок Б", "Команда", "Пригласить по ссылке", "Прораб", "На 1"])
    await bot.press(MANAGER, caption);
  const code = /inv_[\w-]{22}/.exec(bot.last(MANAGER).text)?.[0] ?? "";
  await bot.say(WORKER, `/start ${code}`);
  expect(bot.last(WORKER).text).toContain("🔗 Приглашение не открылось");
  await bot.world.db.sql`update objects set status = 'archived' where id = ${object.id}`;
  const stranger = 1_000_098;
  await bot.say(stranger, `/start ${code}`);
  expect(bot.telegram.messages(stranger)[0]?.text).toContain("Объект уже закрыт");
});

test("adding, inviting and appointing a deputy on an archived object are refused with a reason", async () => {
  await bot.say(MANAGER, "/objects");
  for (const caption of ["СПК Блок Б", "Команда", "Добавить"]) await bot.press(MANAGER, caption);
  await bot.say(MANAGER, "климова");
  for (const caption of ["Климова", "Инженер ПТО"]) await bot.press(MANAGER, caption);
  await bot.world.db.sql`update objects set status = 'archived' where id = ${object.id}`;
  const before = await bot.world.traces();
  await bot.press(MANAGER, "Добавить");
  expect(bot.last(MANAGER).text).toContain("Объект уже закрыт");
  await bot.say(MANAGER, "/cancel");
  await bot.pressData(MANAGER, `ob:i:${object.id}`);
  await bot.press(MANAGER, "Прораб");
  await bot.press(MANAGER, "На 1");
  expect(bot.last(MANAGER).text).toContain("Объект уже закрыт");
  await bot.say(MANAGER, "/cancel");
  await bot.pressData(MANAGER, `ob:t:${object.id}:0`);
  for (const caption of ["Сергей Белов", "Заместитель", "Гущина", "Неделя"])
    await bot.press(MANAGER, caption);
  expect(bot.last(MANAGER).text).toContain("Объект уже закрыт");
  expect(await bot.world.traces()).toEqual(before);
});

test("viewing as another role ends by itself when the admin loses that role", async () => {
  await bot.world.createUser({ role: "admin" });
  await bot.say(ADMIN, "/viewas");
  await bot.press(ADMIN, "Генеральный директор");
  await bot.world.db.sql`update users set role = 'viewer' where telegram_id = ${ADMIN}`;
  await bot.say(ADMIN, "/menu");
  expect(bot.last(ADMIN).text).not.toContain("Компания");
  await bot.say(ADMIN, "/viewas");
  expect(bot.last(ADMIN).text).toContain("⚠️ Нет права");
});

test("in English every dialogue speaks English", async () => {
  await bot.world.db.sql`update users set locale = 'en' where telegram_id = ${MANAGER}`;
  await createTestTask(bot, object.id, { title: "Anchors" });
  const ask = async (command: string, ...captions: string[]) => {
    await bot.say(MANAGER, command);
    for (const caption of captions) await bot.press(MANAGER, caption);
    expect({ command, text: bot.last(MANAGER).text.replaceAll("СПК Блок Б", "") }).toEqual({
      command,
      text: expect.not.stringMatching(/[а-яё]{3,} [а-яё]{2,}/i),
    });
    await bot.say(MANAGER, "/cancel");
  };
  await ask("/menu");
  await ask("/tasks", "Set by me", "Anchors");
  await ask("/newtask");
  await ask("/newobject");
  await ask("/help");
  await bot.pressData(MANAGER, "ap:l:0");
  expect(bot.last(MANAGER).text).toContain("Quiet");
});
