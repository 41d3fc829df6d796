import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../../testing/bot-world.ts";
import { ADMIN, FOREMAN, MANAGER } from "../../../testing/chats.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
});
afterEach(() => closeQuiet(bot));

const toast = () => bot.telegram.toasts().at(-1);
const foreman = () => bot.world.as("construction_itr");

async function openForeman(): Promise<void> {
  await bot.say(ADMIN, "/admin");
  await bot.press(ADMIN, "Найти");
  await bot.say(ADMIN, "белов");
  await bot.press(ADMIN, "Сергей Белов");
}

test("a waiting newcomer is approved from the list, with a role", async () => {
  const newcomer = await bot.world.createUser({ role: null, status: "pending", fullName: "Яна Новикова" });
  await bot.say(ADMIN, "/admin");
  expect(bot.last(ADMIN).text).toContain("Ждут доступа  <b>1</b>");
  await bot.press(ADMIN, "Ждут доступа · 1");
  await bot.press(ADMIN, "Яна Новикова");
  await bot.press(ADMIN, "Выбрать роль");
  await bot.press(ADMIN, "Инженер ПТО");
  expect(await bot.world.again(newcomer)).toMatchObject({ status: "active", role: "pto" });
});

test("a role is changed, and the user's command list with it", async () => {
  await openForeman();
  await bot.press(ADMIN, "Другая роль");
  const before = bot.telegram.calls.length;
  await bot.press(ADMIN, "Инженер ПТО");
  expect(toast()).toBe("Роль изменена");
  expect(await foreman()).toMatchObject({ role: "pto" });
  const set = bot.telegram.calls.slice(before).filter(({ method }) => method === "setMyCommands");
  expect(set).toMatchObject([{ params: { scope: { chat_id: FOREMAN } } }]);
});

test("access is closed and reopened, each with a reason", async () => {
  await openForeman();
  await bot.press(ADMIN, "Закрыть доступ");
  await bot.say(ADMIN, "ушёл");
  expect(bot.last(ADMIN).text).toContain("Слишком коротко");
  await bot.say(ADMIN, "больше не работает у нас");
  expect(await foreman()).toMatchObject({ status: "deactivated" });
  expect(bot.last(ADMIN).text).toContain("Доступ  <b>Отключён</b>");
  await bot.press(ADMIN, "Открыть доступ снова");
  await bot.say(ADMIN, "вернулся на объект");
  expect(await foreman()).toMatchObject({ status: "active", role: "construction_itr" });
});

test("an outdated card changes nothing and shows the current state", async () => {
  await openForeman();
  await bot.press(ADMIN, "Другая роль");
  await bot.world.db.sql`update users set version = version + 1 where telegram_id = ${FOREMAN}`;
  await bot.press(ADMIN, "Инженер ПТО");
  expect(toast()).toBe("⚠️ Уже изменилось");
  expect(await foreman()).toMatchObject({ role: "construction_itr" });
});

test("all people are listed, seven per page", async () => {
  await bot.say(ADMIN, "/admin");
  await bot.press(ADMIN, "Все люди");
  expect(bot.captions(ADMIN)).toHaveLength(9);
  await bot.press(ADMIN, "и ещё 10");
  await bot.press(ADMIN, "и ещё 3");
  expect(bot.captions(ADMIN)).toHaveLength(5);
});

test("nobody else has /admin, and its buttons are refused", async () => {
  const { id } = await foreman();
  await bot.say(MANAGER, "/admin");
  expect(bot.last(MANAGER).text).toContain("⚠️ Нет права: управлять людьми");
  const before = await bot.world.traces();
  for (const data of ["ad:m", "ad:w:0", "ad:p:0", `ad:u:${id}`, `ad:d:${id}:1`, `ad:s:${id}:1:admin`]) {
    await bot.pressData(MANAGER, data);
    expect(bot.last(MANAGER).text).toContain("⚠️ Нет права");
  }
  expect(await bot.world.traces()).toEqual(before);
});
