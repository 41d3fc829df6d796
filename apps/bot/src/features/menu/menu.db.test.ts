import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { DIRECTOR, FOREMAN, MANAGER, VIEWER } from "../../testing/chats.ts";
import { createTestTask } from "../../testing/task-steps.ts";

let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject();
});
afterAll(() => closeQuiet(bot));

test("the foreman's menu shows what is entered and leads to /fact", async () => {
  await bot.say(FOREMAN, "/start");
  expect(bot.last(FOREMAN).text).toBe(
    "<b>🏗 СПК Блок Б · смена вт, 8 сентября</b>\n────────────────\nВнесено  <b>0 из 8 строк</b>",
  );
  expect(bot.captions(FOREMAN)).toEqual([
    "Внести факт",
    "Фото",
    "Простой",
    "Смена закрыта",
    "Открыть приложение",
  ]);
  await bot.press(FOREMAN, "Фото");
  expect(bot.last(FOREMAN).text).toContain("Пришлите фото с объекта СПК Блок Б");
  await bot.press(FOREMAN, "Внести факт");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт · СПК Блок Б");
});

test("the manager sees the object's status and what waits for them", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Записать");
  await bot.say(MANAGER, "/menu");
  expect(bot.last(MANAGER).text).toMatch(/^<b>🏗 СПК Блок Б<\/b>\n─{16}\n▓░{9} <b>\d+%<\/b> при плане \d+%/);
  expect(bot.last(MANAGER).text).toContain("Ждут вас  <b>факт 1</b>");
  expect(bot.last(MANAGER).text).toMatch(/За смену {2}1 запись · \+\d+,\d\u00a0п\.п\./);
  expect(bot.captions(MANAGER)[0]).toBe("Разобрать · 1");
  const confirm = bot.last(MANAGER).keyboard[1]?.[0];
  expect(confirm?.text).toBe("Подтвердить факт · 1");
  expect(confirm?.web_app?.url).toMatch(/^https:\/\/sphera\.example\/\?startapp=o\d+_fact_20260908$/);
});

test("the menus show tasks as soon as there are any", async () => {
  const { world } = bot;
  const [object] = await world.db.read<{ id: number }>("select id from objects", []);
  const objectId = object?.id ?? 0;
  await createTestTask(bot, objectId, { deadline: "2026-09-08" });
  await createTestTask(bot, objectId);
  await bot.say(FOREMAN, "/menu");
  expect(bot.last(FOREMAN).text).toContain("Задачи  2, одна на сегодня");
  expect(bot.captions(FOREMAN)).toContain("Задачи · 2");
  bot.advance(24 * 60);
  await bot.say(MANAGER, "/menu");
  expect(bot.last(MANAGER).text).toContain("Просрочено  1 задача");
  expect(bot.captions(MANAGER)).toContain("Просрочено · 1");
  const overdue = bot
    .last(MANAGER)
    .keyboard.flat()
    .find(({ text }) => text === "Просрочено · 1");
  expect(overdue?.web_app?.url).toBe(`https://sphera.example/?startapp=o${objectId}_tasks_overdue`);
  await bot.press(MANAGER, "Новая задача");
  expect(bot.last(MANAGER).text).toContain("📌 Новая задача");
  await bot.say(MANAGER, "/cancel");
  bot.advance(-24 * 60);
});

test("the director sees the company", async () => {
  await bot.say(DIRECTOR, "/dashboard");
  expect(bot.last(DIRECTOR).text).toContain("🏗 Компания · вт, 8 сентября");
  expect(bot.last(DIRECTOR).text).toContain("<b>СПК Блок Б</b>");
});

test("a forecast that reaches into an unpublished year is marked as provisional", async () => {
  const { world } = bot;
  const [object] = await world.db.read<{ id: number }>("select id from objects", []);
  const objectId = object?.id ?? 0;
  for (const date of ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07"])
    await world.db.sql`insert into object_day_sums (object_id, work_type_id, day, quantity, hours)
      select ${objectId}::int, id, ${date}::date, 1, 40 from work_types order by id limit 1`;
  await bot.say(MANAGER, "/menu");
  expect(bot.last(MANAGER).text).not.toContain("предварительно");
  await world.db.sql`update objects set deadline = '2027-02-01' where id = ${objectId}`;
  await bot.say(MANAGER, "/menu");
  expect(bot.last(MANAGER).text).toMatch(/Прогноз {2}<b>.+<\/b>, срок 1 фев.* · предварительно/);
  await world.db.sql`update objects set deadline = '2026-10-17' where id = ${objectId}`;
});

test("an observer gets the summary without forecast and facts", async () => {
  await bot.say(VIEWER, "/menu");
  expect(bot.last(VIEWER).text).toContain("🏗 СПК Блок Б");
  expect(bot.last(VIEWER).text).not.toContain("Прогноз");
  expect(bot.captions(VIEWER)).toEqual(["Открыть приложение"]);
  await bot.say(VIEWER, "/fact");
  expect(bot.last(VIEWER).text).toContain("⚠️ Нет права: внести факт");
});

test("/help lists the commands of the user's role, and so does Telegram's command list", async () => {
  const helped = async (who: number): Promise<string[]> => {
    await bot.say(who, "/help");
    return bot.last(who).text.split("\n");
  };
  const foreman = await helped(FOREMAN);
  expect(foreman.slice(0, 2)).toEqual(["<b>🏗 Что здесь можно</b>", "────────────────"]);
  expect(foreman.slice(-2)).toEqual(["", "Вопрос по системе: @stsphera_help"]);
  const rows = foreman.slice(2, -2);
  // Commands for work first, general ones at the end.
  const order = ["/fact  внести факт за смену", "/tasks  мои задачи", "/objects  объекты и команды"];
  expect(rows.filter((row) => order.includes(row))).toEqual(order);
  expect(rows.slice(-2)).toEqual(["/menu  главное меню", "/cancel  прервать начатое"]);
  const missing = (names: string[], of: string[]) =>
    names.filter((name) => !of.some((row) => row.startsWith(`/${name} `)));
  expect(missing(["fact", "photo", "newtask", "dashboard", "admin", "newobject", "help"], rows)).toEqual([
    "admin",
    "newobject",
    "help",
  ]);
  expect(missing(["fact", "photo", "newtask", "dashboard"], await helped(VIEWER))).toEqual([
    "fact",
    "photo",
    "newtask",
  ]);
  const lists = bot.telegram.calls.filter(({ method }) => method === "setMyCommands");
  const foremans = lists.find(({ params }) => (params["scope"] as { chat_id?: number }).chat_id === FOREMAN);
  expect(JSON.stringify(foremans?.params["commands"])).toContain(
    '"command":"fact","description":"Внести факт"',
  );
});

test("the command list follows a new role at the next update", async () => {
  const before = bot.telegram.calls.length;
  await bot.world.db.read("update users set locale = 'en' where telegram_id = $1", [FOREMAN]);
  await bot.say(FOREMAN, "/help");
  const set = bot.telegram.calls.slice(before).find(({ method }) => method === "setMyCommands");
  expect(JSON.stringify(set?.params["commands"])).toContain("Enter fact");
  expect(bot.last(FOREMAN).text).toContain("What you can do here");
  await bot.world.db.read("update users set locale = 'ru' where telegram_id = $1", [FOREMAN]);
});

test("an unknown command is answered with those that the user has, idle text with a menu button", async () => {
  await bot.say(MANAGER, "/nonsense");
  const listed = (text: string) => text.match(/\/[a-z]+/g) ?? [];
  const { text } = bot.last(MANAGER);
  expect(text).toContain("Такой команды нет. Вам доступны: /");
  expect(listed(text)).toContain("/newtask");
  expect(bot.captions(MANAGER)).toEqual(["Меню"]);
  await bot.say(MANAGER, "привет");
  expect(bot.last(MANAGER).text).toBe("Здесь работают команды и кнопки.");
  await bot.say(VIEWER, "/nonsense");
  expect(listed(bot.last(VIEWER).text)).not.toContain("/newtask");
  await bot.say(VIEWER, "/notifications");
  expect(bot.last(VIEWER).text).toContain("🔎 Тихо");
});

test("a service message in a private chat is met with silence", async () => {
  const before = bot.telegram.messages(MANAGER).length;
  for (const service of [
    { pinned_message: {} },
    { new_chat_title: "Чат" },
    { message_auto_delete_timer_changed: {} },
  ]) {
    await bot.send(MANAGER, service as never);
  }
  expect(bot.telegram.messages(MANAGER)).toHaveLength(before);
  await bot.send(MANAGER, { sticker: {} } as never);
  expect(bot.last(MANAGER).text).toBe("Здесь работают команды и кнопки.");
});

test("in a group a command to the bot is pointed to the private chat, other messages are ignored", async () => {
  const chat = { id: -500, type: "supergroup" as const, title: "Блок Б" };
  await bot.send(FOREMAN, { chat, text: "всем привет" });
  expect(bot.telegram.messages(-500)).toHaveLength(0);
  await bot.send(FOREMAN, { chat, text: "/fact" });
  expect(bot.telegram.messages(-500)).toHaveLength(0);
  await bot.send(FOREMAN, { chat, text: "/fact@stsphera_bot" });
  expect(bot.last(-500).text).toBe("Это работает в личном чате.");
  expect(
    bot
      .last(-500)
      .keyboard.flat()
      .every((button) => button.web_app === undefined),
  ).toBe(true);
});

test("«Почему» explains the forecast in the chat and leads to its screen; an observer is not offered it", async () => {
  await bot.say(MANAGER, "/dashboard");
  expect(bot.captions(MANAGER)).toContain("Почему");
  await bot.press(MANAGER, "Почему");
  expect(bot.last(MANAGER).text).toMatch(/^<b>🏗 СПК Блок Б · почему/);
  expect(bot.last(MANAGER).text).toMatch(/Осталось {2}[\d\u202f,]+ чел·ч/);
  const [open] = bot.last(MANAGER).keyboard.flat();
  expect(open?.web_app?.url).toMatch(/startapp=o\d+_why$/);
  await bot.press(MANAGER, "← Назад");
  expect(bot.captions(MANAGER)).toContain("Почему");
  await bot.say(VIEWER, "/dashboard");
  expect(bot.captions(VIEWER)).not.toContain("Почему");
});
