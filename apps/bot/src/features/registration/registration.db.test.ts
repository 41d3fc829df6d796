import { createInvitation } from "@stsphera/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { ADMIN, NEWCOMER } from "../../testing/chats.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld(["1000077"]);
});
afterEach(() => closeQuiet(bot));

type Person = { id: number; fullName: string; phone: string | null; status: string; role: string | null };

async function person(telegramId = NEWCOMER): Promise<Person | undefined> {
  const [row] = await bot.world.db.read<Person>(
    `select id, full_name as "fullName", phone, status, role from users where telegram_id = $1`,
    [telegramId],
  );
  return row;
}

async function register(): Promise<void> {
  await bot.say(NEWCOMER, "/start");
  await bot.press(NEWCOMER, "Начать");
  await bot.say(NEWCOMER, "Сергей Белов");
  await bot.say(NEWCOMER, "Без телефона");
}

test("a stranger registers with a name and their own phone number", async () => {
  await bot.say(NEWCOMER, "/start");
  expect(bot.last(NEWCOMER).text).toContain("👋 STSphera · фасадные объекты");
  expect(bot.last(NEWCOMER).text).toContain('<a href="https://sphera.example/telegram/privacy">');
  await bot.press(NEWCOMER, "Начать");
  expect(bot.captions(NEWCOMER)).toEqual(["Вадим Ершов", "Отмена"]);
  await bot.press(NEWCOMER, "Вадим Ершов");
  expect(bot.last(NEWCOMER).text).toContain("👋 Вадим, ваш телефон");
  await bot.send(NEWCOMER, { contact: { phone_number: "79991000098", first_name: "Чужой", user_id: 5 } });
  expect(bot.last(NEWCOMER).text).toBe("Это номер другого человека. Нажмите «Отправить мой номер».");
  expect(await person()).toBeUndefined();
  await bot.send(NEWCOMER, {
    contact: { phone_number: "7 999 100-00-99", first_name: "В", user_id: NEWCOMER },
  });
  expect(await person()).toMatchObject({
    fullName: "Вадим Ершов",
    phone: "+79991000099",
    status: "pending",
    role: null,
  });
  expect(bot.last(NEWCOMER).text).toContain("👋 Заявка отправлена");
});

test.each([
  ["one word", { text: "Сергей" }],
  ["digits", { text: "Сергей 123" }],
  ["81 letters", { text: `Сергей ${"б".repeat(80)}` }],
  ["a sticker", { sticker: { file_id: "s", file_unique_id: "s" } }],
  ["a voice", { voice: { file_id: "v", file_unique_id: "v", duration: 1 } }],
  ["nothing", {}],
])("the invalid name «%s» is asked for again", async (_name, content) => {
  await bot.say(NEWCOMER, "/start");
  await bot.press(NEWCOMER, "Начать");
  await bot.send(NEWCOMER, content);
  expect(bot.last(NEWCOMER).text).toBe("Нужны имя и фамилия буквами, до 80 знаков.");
  await bot.say(NEWCOMER, "Сергей Белов");
  expect(bot.last(NEWCOMER).text).toContain("ваш телефон");
});

test("a waiting user sees the card of the request and nothing else", async () => {
  await register();
  for (const text of ["/fact", "/menu", "/dashboard", "12", "/help"]) {
    await bot.say(NEWCOMER, text);
    expect(bot.last(NEWCOMER).text).toBe(
      "<b>👋 Заявка на рассмотрении</b>\n────────────────\nс 8 сентября, 10:00.",
    );
  }
  await bot.say(NEWCOMER, "/start");
  expect(bot.last(NEWCOMER).text).toContain("Заявка от 8 сентября, 10:00");
  await bot.pressData(NEWCOMER, "c:fact");
  await bot.pressData(NEWCOMER, "m:pick");
  expect(bot.last(NEWCOMER).text).toContain("Заявка на рассмотрении");
});

test("«Исправить имя» changes the request", async () => {
  await register();
  await bot.press(NEWCOMER, "Исправить имя");
  await bot.say(NEWCOMER, "Пётр Иванов-Сидоров");
  expect(await person()).toMatchObject({ fullName: "Пётр Иванов-Сидоров", status: "pending" });
  expect(bot.last(NEWCOMER).text).toContain("Имя  Пётр Иванов-Сидоров");
});

test("an admin opens access with a role; the command list follows", async () => {
  await register();
  const { id } = (await person()) ?? { id: 0 };
  await bot.say(ADMIN, "/menu");
  await bot.pressData(ADMIN, `u:a:${id}`);
  expect(bot.last(ADMIN).text).toContain("Какая роль?");
  await bot.press(ADMIN, "← Назад");
  await bot.press(ADMIN, "Выбрать роль");
  await bot.press(ADMIN, "Прораб");
  expect(await person()).toMatchObject({ status: "active", role: "construction_itr" });
  expect(bot.last(ADMIN).text).toContain("Доступ открыт: Прораб (ИТР). Решение: Тихонов");
  const set = bot.telegram.calls.filter(({ method }) => method === "setMyCommands").at(-1);
  expect(set?.params["scope"]).toEqual({ type: "chat", chat_id: NEWCOMER });
  await bot.pressData(ADMIN, `u:x:${id}`);
  expect(bot.last(ADMIN).text).toContain("Уже решено: Работает");
});

test("an admin refuses with a reason, and the person gets no access", async () => {
  await register();
  const { id } = (await person()) ?? { id: 0 };
  await bot.say(ADMIN, "/menu");
  await bot.pressData(ADMIN, `u:x:${id}`);
  await bot.press(ADMIN, "Нет такого сотрудника");
  expect(await person()).toMatchObject({ status: "rejected", role: null });
  await bot.say(NEWCOMER, "/fact");
  expect(bot.last(NEWCOMER).text).toContain("👋 Доступ не открыт");
  expect(bot.last(NEWCOMER).text).toContain("Причина  Нет такого сотрудника\nЕсли это ошибка: Тихонов");
  await bot.press(NEWCOMER, "Попросить снова");
  expect(bot.telegram.toasts().at(-1)).toMatch(/^Попросить снова можно /);
  await bot.world.createTestObject();
  const manager = await bot.world.as("project_manager");
  const [object] = await bot.world.db.read<{ id: number }>("select id from objects", []);
  const link = { objectId: object?.id ?? 0, role: "pto" as const };
  const { code } = await createInvitation.run(bot.world.ctx(manager), link);
  await bot.say(NEWCOMER, `/start inv_${code}`);
  const told = bot.last(NEWCOMER).text;
  for (const words of [
    "👋 Доступ не открыт",
    "Причина  Нет такого сотрудника",
    "Приглашение сохранено",
    "СПК Блок Б",
  ])
    expect(told).toContain(words);
  expect(told).toMatch(/Попросить снова можно \d+ сентября/);
  bot.advance(25 * 60);
  await bot.press(NEWCOMER, "Попросить снова");
  expect(bot.last(NEWCOMER).text).toContain("Заявка отправлена");
});

test("opening a link during registration starts it over", async () => {
  await bot.say(NEWCOMER, "/start");
  await bot.press(NEWCOMER, "Начать");
  await bot.say(NEWCOMER, "/start o1_fact");
  expect(bot.last(NEWCOMER).text).toContain("👋 STSphera · фасадные объекты");
  await bot.say(NEWCOMER, "/cancel@stsphera_bot");
  expect(bot.last(NEWCOMER).text).toBe("Прервано. Ничего не записано.");
});

test("a user who may not manage people cannot use the admin's buttons", async () => {
  await register();
  const { id } = (await person()) ?? { id: 0 };
  const foreman = 1_000_011;
  await bot.say(foreman, "/menu");
  for (const data of [`u:a:${id}`, `u:g:${id}:admin`, `ur:${id}:unknown_person`])
    await bot.pressData(foreman, data);
  expect(await person()).toMatchObject({ status: "pending", role: null });
  expect(bot.last(foreman).text).toContain("🔎 Не найдено");
});

test("a deactivated user is told that access is closed, whatever they press", async () => {
  await bot.world.db.read("update users set status = 'deactivated' where telegram_id = 1000011", []);
  for (const text of ["/start", "/fact", "5"]) {
    await bot.say(1_000_011, text);
    expect(bot.last(1_000_011).text).toContain("⚠️ Доступ закрыт");
  }
});

test("the first admins of the installation are let in at once", async () => {
  const first = 1_000_077;
  await bot.say(first, "/start");
  await bot.press(first, "Начать");
  await bot.say(first, "Олег Тихонов");
  await bot.say(first, "Без телефона");
  expect(await person(first)).toMatchObject({ status: "active", role: "admin" });
  expect(bot.last(first).text).toContain("✅ Доступ открыт");
});
