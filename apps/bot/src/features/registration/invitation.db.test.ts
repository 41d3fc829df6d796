import { createInvitation } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import type { Role } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { NEWCOMER, SUPPLY } from "../../testing/chats.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: [] });
});
afterEach(() => closeQuiet(bot));

async function invite(role: Exclude<Role, "admin" | "director" | "curator">): Promise<string> {
  const { world } = bot;
  const ctx = world.ctx(await world.as("project_manager"));
  const { code } = await createInvitation.run(ctx, { objectId: object.id, role });
  return `/start inv_${code}`;
}

async function register(start: string): Promise<void> {
  await bot.say(NEWCOMER, start);
  await bot.press(NEWCOMER, "Начать");
  await bot.say(NEWCOMER, "Сергей Новиков");
  await bot.say(NEWCOMER, "Без телефона");
}

const rolesOf = (telegramId: number) =>
  bot.world.db.read<{ status: string; role: string | null; here: string[] }>(
    `select u.status, u.role, (select coalesce(array_agg(r.role), '{}') from object_roles r
       where r.user_id = u.id and r.object_id = $2) as here from users u where u.telegram_id = $1`,
    [telegramId, object.id],
  );

test("a foreman who opens a link gets access at once, with the object", async () => {
  const start = await invite("construction_itr");
  await bot.say(NEWCOMER, start);
  expect(bot.last(NEWCOMER).text).toContain("Объект  СПК Блок Б\nРоль  Прораб (ИТР)");
  await register(start);
  expect(bot.last(NEWCOMER).text).toContain("✅ Доступ открыт");
  expect(bot.last(NEWCOMER).text).toContain("Объект  СПК Блок Б");
  expect(bot.captions(NEWCOMER)).toContain("Внести факт");
  expect(await rolesOf(NEWCOMER)).toEqual([
    { status: "active", role: "construction_itr", here: ["construction_itr"] },
  ]);
  await bot.say(NEWCOMER, "/menu");
  expect(bot.last(NEWCOMER).text).toContain("СПК Блок Б");
});

test("another role waits for an admin, and the card shows object and role", async () => {
  await register(await invite("supply"));
  expect(bot.last(NEWCOMER).text).toContain(
    "Имя  Сергей Новиков\nОбъект  СПК Блок Б\nРоль  Специалист снабжения",
  );
  expect(await rolesOf(NEWCOMER)).toEqual([{ status: "pending", role: null, here: [] }]);
  await bot.say(NEWCOMER, "/start");
  expect(bot.last(NEWCOMER).text).toContain("Объект  СПК Блок Б");
});

test("a waiting user may open a link that grants access", async () => {
  await register("/start");
  expect(bot.last(NEWCOMER).text).not.toContain("Объект");
  await bot.say(NEWCOMER, await invite("installer"));
  expect(bot.last(NEWCOMER).text).toContain("✅ Доступ открыт");
  expect(await rolesOf(NEWCOMER)).toEqual([{ status: "active", role: "installer", here: ["installer"] }]);
});

test("an existing user joins by a link for their role, once", async () => {
  const start = await invite("supply");
  await bot.say(SUPPLY, start);
  expect(bot.last(SUPPLY).text).toContain("✅ Вы в команде объекта");
  await bot.say(SUPPLY, start);
  expect(bot.last(SUPPLY).text).toContain("Эта ссылка уже сработала.");
  expect(await rolesOf(SUPPLY)).toEqual([{ status: "active", role: "supply", here: ["supply"] }]);
});

test("links that are for another role, used up or unknown are refused with the reason", async () => {
  const before = await bot.world.traces();
  await bot.say(SUPPLY, "/start inv_AAAAAAAAAAAAAAAAAAAAAA");
  expect(bot.last(SUPPLY).text).toContain("Такой ссылки нет.");
  await bot.say(SUPPLY, "/start inv_<b>");
  expect(bot.last(SUPPLY).text).toContain("🔎 Объектов нет");
  expect(await bot.world.traces()).toEqual(before);
  await bot.say(SUPPLY, await invite("pto"));
  expect(bot.last(SUPPLY).text).toContain("Роль по ссылке другая.");
  const start = await invite("construction_itr");
  await register(start);
  const other = 1_000_098;
  await bot.say(other, start);
  expect(bot.telegram.messages(other).at(0)?.text).toContain("По ссылке уже пришли все");
  expect(bot.last(other).text).not.toContain("Объект  ");
});
