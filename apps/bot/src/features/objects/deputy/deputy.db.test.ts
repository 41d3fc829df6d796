import { endDelegation } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../../testing/bot-world.ts";
import { SUPPLY } from "../../../testing/chats.ts";
import { MANAGER, WORKER } from "../../../testing/task-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply"] });
});
afterEach(() => closeQuiet(bot));

async function openMember(who = MANAGER, name = "Сергей Белов"): Promise<void> {
  await bot.say(who, "/objects");
  await bot.press(who, "СПК Блок Б");
  await bot.press(who, "Команда");
  await bot.press(who, name);
}

const rows = () =>
  bot.world.db.read<{ line: string; ended: boolean }>(
    `select p.full_name || ' · ' || s.full_name || ' · ' || d.from_day || ' · ' || d.to_day as line,
       d.ended_at is not null as ended
     from delegations d join users p on p.id = d.principal_id join users s on s.id = d.deputy_id order by d.id`,
    [],
  );

test("a deputy is appointed in two presses, shown on the card, and removed when the member is back", async () => {
  await openMember();
  expect(bot.last(MANAGER).text).toContain("Роль  Прораб (ИТР)");
  expect(bot.captions(MANAGER)).toEqual(["Заместитель", "Убрать из команды", "← Назад"]);
  await bot.press(MANAGER, "Заместитель");
  expect(bot.captions(MANAGER)).not.toContain("Белов Сергей · Прораб (ИТР)");
  await bot.restart();
  await bot.press(MANAGER, "Гущина");
  expect(bot.captions(MANAGER)).toEqual(["Сегодня", "3 дня", "Неделя", "2 недели", "← Назад", "Отмена"]);
  await bot.restart();
  await bot.press(MANAGER, "3 дня");
  expect(bot.telegram.toasts().at(-1)).toBe("Заместитель назначен");
  expect(await rows()).toEqual([
    { line: "Сергей Белов · Нина Гущина · 2026-09-08 · 2026-09-10", ended: false },
  ]);
  expect(bot.last(MANAGER).text).toContain("Заместитель  <b>Нина Гущина</b> до 10 сентября");
  expect(bot.captions(MANAGER)).toEqual(["Снова на работе", "Убрать из команды", "← Назад"]);
  await bot.say(SUPPLY, "/fact");
  expect(bot.last(SUPPLY).text).toContain("📐 Факт · СПК Блок Б");
  await bot.press(MANAGER, "Снова на работе");
  expect(bot.telegram.toasts().at(-1)).toBe("Замещение закончено");
  expect((await rows())[0]?.ended).toBe(true);
  expect(bot.captions(MANAGER)).toEqual(["Заместитель", "Убрать из команды", "← Назад"]);
  await bot.press(MANAGER, "← Назад");
  expect(bot.last(MANAGER).text).toContain("👥 Команда");
});

test("a typed day ends the period; a past or invalid day is asked for again", async () => {
  await openMember();
  await bot.press(MANAGER, "Заместитель");
  await bot.say(MANAGER, "гущ");
  expect(bot.captions(MANAGER)).toEqual(["Гущина Нина · Специалист снабжения", "← Назад", "Отмена"]);
  await bot.press(MANAGER, "Гущина");
  for (const [typed, answer] of [
    ["31.02", "Здесь жду день"],
    ["завтра-послезавтра", "Здесь жду день"],
    ["01.09.2026", "Этот день уже прошёл"],
    ["07.09", "Этот день уже прошёл"],
    ["01.12.2027", "Не больше 366 дней, последний день 8 сентября 2027"],
  ] as const) {
    await bot.say(MANAGER, typed);
    expect(bot.telegram.messages(MANAGER).some(({ text }) => text.startsWith(answer))).toBe(true);
  }
  expect(await rows()).toEqual([]);
  await bot.say(MANAGER, "24.09");
  expect(await rows()).toMatchObject([{ line: "Сергей Белов · Нина Гущина · 2026-09-08 · 2026-09-24" }]);
});

test("after midnight, days count from the calendar day", async () => {
  bot.advance(20 * 60);
  await openMember();
  await bot.press(MANAGER, "Заместитель");
  await bot.press(MANAGER, "Гущина");
  await bot.press(MANAGER, "Сегодня");
  const [row] = await rows();
  expect(row?.line).toBe("Сергей Белов · Нина Гущина · 2026-09-09 · 2026-09-09");
});

test("a press delivered twice appoints one deputy, and a late «Снова на работе» shows the current state", async () => {
  await openMember();
  await bot.press(MANAGER, "Заместитель");
  await bot.press(MANAGER, "Гущина");
  const { keyboard, messageId } = bot.last(MANAGER);
  const week = keyboard.flat().find(({ text }) => text === "Неделя")?.callback_data ?? "";
  await bot.deliver(...[1, 2].map(() => bot.callbackUpdate(MANAGER, week, messageId)));
  expect(await rows()).toHaveLength(1);
  const [{ id = 0, version = 0 } = {}] = await bot.world.db.read<{ id: number; version: number }>(
    "select id, version from delegations",
    [],
  );
  await endDelegation.run(bot.world.ctx(await bot.world.as("admin")), { delegationId: id, version });
  await bot.press(MANAGER, "Снова на работе");
  expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
  expect(bot.captions(MANAGER)).toEqual(["Заместитель", "Убрать из команды", "← Назад"]);
});

test("a person who left the team or the company while the deputy was being chosen", async () => {
  await openMember();
  await bot.press(MANAGER, "Заместитель");
  await bot.press(MANAGER, "Гущина");
  await bot.world.db.sql`update users set status = 'deactivated' where telegram_id = ${SUPPLY}`;
  await bot.press(MANAGER, "Неделя");
  expect(bot.telegram.toasts().at(-1)).toBe("Человек не работает в системе: выберите действующего.");
  expect(bot.last(MANAGER).text).toContain("Кто заменит?");
  expect(bot.captions(MANAGER).join("\n")).not.toContain("Дёмин");
  await bot.press(MANAGER, "Климова");
  await bot.world.db.sql`delete from object_roles where role = 'construction_itr'`;
  await bot.press(MANAGER, "Неделя");
  expect(bot.telegram.toasts().at(-1)).toBe("Человека нет в команде объекта");
  expect(bot.last(MANAGER).text).toContain("👥 Команда");
  expect(await rows()).toEqual([]);
});

test("a user who does not manage the object has no such buttons, and forged presses change nothing", async () => {
  const [{ id = 0 } = {}] = await bot.world.db.read<{ id: number }>(
    "select id from users where telegram_id = $1",
    [WORKER],
  );
  await bot.say(SUPPLY, "/objects");
  await bot.press(SUPPLY, "СПК Блок Б");
  await bot.press(SUPPLY, "Команда");
  expect(bot.captions(SUPPLY)).toEqual(["Нина Гущина", "← Назад"]);
  const before = await bot.world.traces();
  await bot.pressData(SUPPLY, `ob:m:${object.id}:${id}`);
  expect(bot.captions(SUPPLY)).toEqual(["← Назад"]);
  await bot.pressData(SUPPLY, `ob:d:${object.id}:${id}`);
  expect(bot.last(SUPPLY).text).toContain("⚠️ Нет права");
  await bot.pressData(SUPPLY, `ob:e:${object.id}:${id}:1:1`);
  expect(bot.last(SUPPLY).text).toContain("🔎 Не найдено");
  expect(await bot.world.traces()).toEqual(before);
});

test("a member names and ends their own deputy on the object, among the team", async () => {
  await openMember(WORKER);
  expect(bot.captions(WORKER)).toEqual(["Заместитель", "← Назад"]);
  await bot.press(WORKER, "Заместитель");
  expect(bot.captions(WORKER)).toEqual([
    "Дёмин Олег · Руководитель проекта (…",
    "Гущина Нина · Специалист снабжения",
    "← Назад",
    "Отмена",
  ]);
  await bot.say(WORKER, "гущ");
  expect(bot.captions(WORKER)).toEqual(["Гущина Нина · Специалист снабжения", "← Назад", "Отмена"]);
  await bot.press(WORKER, "Гущина");
  await bot.press(WORKER, "3 дня");
  expect(await rows()).toEqual([
    { line: "Сергей Белов · Нина Гущина · 2026-09-08 · 2026-09-10", ended: false },
  ]);
  expect(bot.last(WORKER).text).toContain("Заместитель  <b>Нина Гущина</b> до 10 сентября");
  expect(bot.captions(WORKER)).toEqual(["Снова на работе", "← Назад"]);
  await bot.press(WORKER, "Снова на работе");
  expect((await rows())[0]?.ended).toBe(true);
});
