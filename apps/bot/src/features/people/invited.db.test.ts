import { createInvitation, registerUser } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { ADMIN } from "../../testing/chats.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: [] });
  const { world } = bot;
  const ctx = world.ctx(await world.as("project_manager"));
  const { code } = await createInvitation.run(ctx, { objectId: object.id, role: "pto" });
  const newcomer = { telegramId: "1000099", fullName: "Яна Новикова", invitation: code };
  await registerUser.run(world.ctx(world.job("registration")), newcomer);
  await bot.say(ADMIN, "/admin");
  await bot.press(ADMIN, "Ждут доступа · 1");
  await bot.press(ADMIN, "Яна Новикова");
});
afterEach(() => closeQuiet(bot));

const SOURCE = "Источник  приглашение, Дёмин, СПК Блок Б";

test("the card of an invited newcomer always shows who invited them, and offers the role", async () => {
  expect(bot.last(ADMIN).text).toContain(SOURCE);
  expect(bot.captions(ADMIN)).toEqual(["Открыть доступ: Инженер ПТО", "Другая роль", "Отказать"]);
  for (const choice of ["Другая роль", "Отказать"]) {
    await bot.press(ADMIN, choice);
    expect(bot.last(ADMIN).text).toContain(SOURCE);
    await bot.press(ADMIN, "← Назад");
    expect(bot.last(ADMIN).text).toContain(SOURCE);
    expect(bot.captions(ADMIN)[0]).toBe("Открыть доступ: Инженер ПТО");
  }
  await bot.press(ADMIN, "Открыть доступ: Инженер ПТО");
  expect(bot.last(ADMIN).text).toContain(SOURCE);
  expect(bot.last(ADMIN).text).toContain("Доступ открыт: Инженер ПТО, СПК Блок Б. Решение: Тихонов");
});

test("a role without an object opens access alone", async () => {
  await bot.press(ADMIN, "Другая роль");
  await bot.press(ADMIN, "Куратор");
  expect(bot.last(ADMIN).text).toContain("Доступ открыт: Куратор. Решение: Тихонов");
});

/** Presses a button while another transaction changes the newcomer, and lets that one commit first. */
async function pressTooLate(caption: string, change: string): Promise<void> {
  const { sql } = bot.world.db;
  let pressed: Promise<void> | undefined;
  await sql.begin(async (tx) => {
    await tx.unsafe(change);
    pressed = bot.press(ADMIN, caption);
    for (let waits = 0; waits === 0;) {
      const [row] = await sql<{ waits: number }[]>`
        select count(*)::int as waits from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waits = row?.waits ?? 0;
    }
  });
  await pressed;
}

test.each(["Открыть доступ: Инженер ПТО", "Отказать"])(
  "«%s» at the moment another admin decides shows what he decided",
  async (caption) => {
    if (caption === "Отказать") await bot.press(ADMIN, caption);
    const pressed = caption === "Отказать" ? "Нет такого сотрудника" : caption;
    const decided =
      "update users set status = 'active', role = 'supply', version = 2 where telegram_id = 1000099";
    await pressTooLate(pressed, decided);
    expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
    expect(bot.last(ADMIN).text).toContain("Уже решено: Работает");
  },
);

test("a newcomer who corrects the name while being approved must be looked at again", async () => {
  const renamed = "update users set full_name = 'Яна Ким', version = 2 where telegram_id = 1000099";
  await pressTooLate("Открыть доступ: Инженер ПТО", renamed);
  expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
  expect(bot.last(ADMIN).text).toContain("Имя  <b>Яна Ким</b>");
  await bot.press(ADMIN, "Открыть доступ: Инженер ПТО");
  expect(bot.last(ADMIN).text).toContain("Доступ открыт: Инженер ПТО, СПК Блок Б");
});

test("in English the card speaks English", async () => {
  await bot.world.db.sql`update users set locale = 'en' where telegram_id = ${ADMIN}`;
  await bot.press(ADMIN, "Другая роль");
  await bot.press(ADMIN, "← Back");
  expect(bot.last(ADMIN).text).toContain("Source  invitation, Дёмин, СПК Блок Б");
  expect(bot.captions(ADMIN)[0]).toMatch(/^Give access: Technical office/);
});
