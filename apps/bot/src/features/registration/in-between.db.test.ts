import { changeUserStatus, createCrew, createInvitation, registerUser } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import type { Role } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { NEWCOMER } from "../../testing/chats.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: [] });
});
afterEach(() => closeQuiet(bot));

async function invite(role: Exclude<Role, "admin" | "director" | "curator">): Promise<string> {
  const ctx = bot.world.ctx(await bot.world.as("project_manager"));
  const { code } = await createInvitation.run(ctx, { objectId: object.id, role });
  return `/start inv_${code}`;
}

/** Opens the app meanwhile: the account gets the Telegram name of the newcomer. */
const signInToTheApp = () =>
  registerUser.run(bot.world.ctx(bot.world.job("registration")), {
    telegramId: String(NEWCOMER),
    fullName: "vershov",
  });

async function person() {
  const [row] = await bot.world.db.read<{ id: number; fullName: string; phone: string | null }>(
    `select id, full_name as "fullName", phone from users where telegram_id = $1`,
    [NEWCOMER],
  );
  return row;
}

const contact = { phone_number: "79991000099", first_name: "В", user_id: NEWCOMER };

async function beginUntilPhone(start = "/start"): Promise<void> {
  await bot.say(NEWCOMER, start);
  await bot.press(NEWCOMER, "Начать");
  await bot.say(NEWCOMER, "Сергей Новиков");
}

test("name and phone are saved for a newcomer who opened the app during registration", async () => {
  await bot.say(NEWCOMER, "/start");
  await bot.press(NEWCOMER, "Начать");
  await signInToTheApp();
  await bot.say(NEWCOMER, "Сергей Новиков");
  expect(bot.last(NEWCOMER).text).toContain("👋 Сергей, ваш телефон");
  await bot.send(NEWCOMER, { contact });
  expect(await person()).toMatchObject({ fullName: "Сергей Новиков", phone: "+79991000099" });
  expect(bot.last(NEWCOMER).text).toContain("👋 Заявка отправлена");
  await bot.say(NEWCOMER, "12");
  expect(bot.last(NEWCOMER).text).toContain("Заявка на рассмотрении");
});

test("the invitation of a newcomer who opened the app during registration grants access", async () => {
  await beginUntilPhone(await invite("construction_itr"));
  await signInToTheApp();
  await bot.send(NEWCOMER, { contact });
  expect(bot.last(NEWCOMER).text).toContain("✅ Доступ открыт");
  expect(bot.last(NEWCOMER).text).toContain("Объект  СПК Блок Б");
});

test("a newcomer approved before the last answer is told so", async () => {
  await beginUntilPhone();
  const { id: userId } = await signInToTheApp();
  const admin = bot.world.ctx(await bot.world.as("admin"));
  await changeUserStatus.run(admin, { userId, to: "active", role: "pto", version: 1 });
  await bot.say(NEWCOMER, "Без телефона");
  expect(bot.last(NEWCOMER).text).toContain("✅ Доступ открыт</b>\n────────────────\nРоль  Инженер ПТО");
  const { params } = bot.telegram.calls.filter(({ method }) => method === "sendMessage").at(-1) ?? {};
  expect(params?.["reply_markup"]).toEqual({ remove_keyboard: true });
  await bot.say(NEWCOMER, "12");
  expect(bot.last(NEWCOMER).text).not.toContain("Доступ открыт");
});

test("a waiting invitee who opens the link again sees the state of the request, not a refusal", async () => {
  const start = await invite("supply");
  await beginUntilPhone(start);
  await bot.say(NEWCOMER, "Без телефона");
  const before = [bot.telegram.messages(NEWCOMER).length, await bot.world.traces()];
  for (let times = 1; times <= 2; times += 1) {
    await bot.say(NEWCOMER, start);
    const messages = bot.telegram.messages(NEWCOMER);
    expect(messages).toHaveLength(Number(before[0]) + times);
    expect(messages.at(-1)?.text).toContain("Объект  СПК Блок Б\nРоль  Специалист снабжения");
  }
  expect(await bot.world.traces()).toEqual(before[1]);
});

test("a link for a crew shows its name", async () => {
  const { world } = bot;
  const crew = { code: "БР-7", name: "Модули-7", lead: "Павел Громов", size: 6, objectId: object.id };
  const { id: crewId } = await createCrew.run(world.ctx(await world.as("admin")), crew);
  const ctx = world.ctx(await world.as("project_manager"));
  const wish = { objectId: object.id, role: "installer" as const, crewId };
  const { code } = await createInvitation.run(ctx, wish);
  await bot.say(NEWCOMER, `/start inv_${code}`);
  expect(bot.last(NEWCOMER).text).toContain("Роль  Монтажник\nБригада  Модули-7");
});

test("an observer is told that a foreman's link is for another role", async () => {
  const observer = await bot.world.createUser({ role: "viewer" });
  const chat = Number(observer.telegramId);
  const before = await bot.world.traces();
  await bot.say(chat, await invite("construction_itr"));
  expect(bot.last(chat).text).toContain("Роль по ссылке другая. Добавит руководитель проекта.");
  expect(await bot.world.traces()).toEqual({ audit: before.audit + 1, outbox: before.outbox + 1 });
});

test("the Telegram name can still be chosen while the phone is asked for", async () => {
  await beginUntilPhone();
  await bot.press(NEWCOMER, "Вадим Ершов");
  expect(bot.last(NEWCOMER).text).toContain("👋 Вадим, ваш телефон");
  const { params } = bot.telegram.calls.filter(({ method }) => method === "sendMessage").at(-1) ?? {};
  expect(JSON.stringify(params?.["reply_markup"])).toContain('"request_contact":true');
  await bot.send(NEWCOMER, { sticker: { file_id: "s", file_unique_id: "s" } });
  expect(bot.last(NEWCOMER).text).toContain("Номер не набирают: его отправляет кнопка");
  await bot.send(NEWCOMER, { text: "Без телефона", forward_origin: { type: "channel", date: 1 } });
  expect(await person()).toBeUndefined();
  await bot.say(NEWCOMER, "Without a phone");
  expect(await person()).toMatchObject({ fullName: "Вадим Ершов", phone: null });
});

test("«Отмена» ends the question: a newcomer has no menu, a waiting user sees the request", async () => {
  await bot.say(NEWCOMER, "/start");
  await bot.press(NEWCOMER, "Начать");
  await bot.press(NEWCOMER, "Отмена");
  expect(bot.last(NEWCOMER)).toMatchObject({ text: "Прервано. Ничего не записано.", keyboard: [] });
  await beginUntilPhone();
  await bot.say(NEWCOMER, "Без телефона");
  await bot.press(NEWCOMER, "Исправить имя");
  await bot.press(NEWCOMER, "Отмена");
  expect(bot.last(NEWCOMER).text).toContain("👋 Заявка отправлена");
  await bot.say(NEWCOMER, "Пётр Иванов");
  expect(await person()).toMatchObject({ fullName: "Сергей Новиков" });
});

test("a question of an older version starts over", async () => {
  await bot.say(NEWCOMER, "/start");
  const dialogue = { feature: "registration", id: "3f9", step: "phone", fullName: "Сергей Новиков" };
  await bot.world.db.sql`
    update bot_dialogues set state = state || ${JSON.stringify({ dialogue })}::text::jsonb
    where chat_id = ${NEWCOMER}`;
  await bot.send(NEWCOMER, { contact });
  expect(bot.last(NEWCOMER).text).toContain("👋 STSphera · фасадные объекты");
  await bot.pressData(NEWCOMER, "r:name", bot.last(NEWCOMER).messageId);
  expect(bot.telegram.toasts().at(-1)).toBe("Этот шаг уже закрыт");
  expect(await person()).toBeUndefined();
});
