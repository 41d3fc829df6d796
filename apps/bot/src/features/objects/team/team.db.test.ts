import { createZone } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../../testing/chats.ts";

const STRANGER = 1_000_099;
let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["supply"] });
});
afterEach(() => closeQuiet(bot));

async function openTeam(who = MANAGER): Promise<void> {
  await bot.say(who, "/objects");
  await bot.press(who, "СПК Блок Б");
  await bot.press(who, "Команда");
}

const team = async () =>
  (
    await bot.world.db.read<{ line: string }>(
      `select u.full_name || ' ' || r.role as line from object_roles r join users u on u.id = r.user_id
       where r.object_id = $1 order by 1`,
      [object.id],
    )
  ).map(({ line }) => line);

test("the object's card shows its address and members", async () => {
  await bot.say(MANAGER, "/objects");
  expect(bot.last(MANAGER).text).toContain("🏗 Объекты · 1");
  await bot.press(MANAGER, "СПК Блок Б");
  expect(bot.last(MANAGER).text).toContain("Адрес  Москва, проезд Стеклодувов, вл. 6");
  expect(bot.last(MANAGER).text).toContain("Ваши роли  Руководитель проекта (РП)");
  await bot.press(MANAGER, "Команда · 2");
  expect(bot.last(MANAGER).text).toContain("Нина Гущина  Специалист снабжения");
  await bot.press(MANAGER, "← Назад");
  await bot.press(MANAGER, "← Назад");
  expect(bot.telegram.messages(MANAGER)).toHaveLength(1);
});

test("a person is found by surname and added in a role; roles of others stay", async () => {
  await openTeam();
  await bot.press(MANAGER, "Добавить");
  await bot.say(MANAGER, "бел");
  expect(bot.captions(MANAGER)).toEqual(["Белов Сергей · Прораб (ИТР)", "← Назад", "Отмена"]);
  await bot.restart();
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Прораб");
  expect(bot.last(MANAGER).text).toContain("Имя  <b>Сергей Белов</b>\nРоль  Прораб (ИТР)");
  await bot.press(MANAGER, "Добавить");
  expect(bot.telegram.toasts().at(-1)).toBe("Добавлено в команду");
  expect(await team()).toEqual([
    "Нина Гущина supply",
    "Олег Дёмин project_manager",
    "Сергей Белов construction_itr",
  ]);
  await bot.say(FOREMAN, "/objects");
  expect(bot.captions(FOREMAN)).toContain("СПК Блок Б");
});

test("a team member gets a second role, but not the same one twice", async () => {
  await openTeam();
  await bot.press(MANAGER, "Добавить");
  await bot.press(MANAGER, "Гущина");
  expect(bot.captions(MANAGER)).not.toContain("Специалист снабжения");
  await bot.press(MANAGER, "Специалист производства");
  await bot.press(MANAGER, "Добавить");
  expect(await team()).toEqual([
    "Нина Гущина production",
    "Нина Гущина supply",
    "Олег Дёмин project_manager",
  ]);
});

test("a user who is not the manager has no button for it, and a forged one is refused", async () => {
  await openTeam(1_000_009);
  expect(bot.captions(1_000_009)).toEqual(["Нина Гущина", "← Назад"]);
  const before = await bot.world.traces();
  for (const data of [`ob:a:${object.id}`, `ob:i:${object.id}`]) {
    await bot.pressData(1_000_009, data);
    expect(bot.last(1_000_009).text).toContain("⚠️ Нет права");
  }
  await bot.say(FOREMAN, "/objects");
  await bot.pressData(FOREMAN, `ob:a:${object.id}`);
  expect(bot.last(FOREMAN).text).toContain("🔎 Не найдено");
  expect(await bot.world.traces()).toEqual(before);
});

test("a person dismissed meanwhile is not added", async () => {
  await openTeam();
  await bot.press(MANAGER, "Добавить");
  await bot.press(MANAGER, "и ещё 10");
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Прораб");
  await bot.world.db.sql`update users set status = 'deactivated' where telegram_id = ${FOREMAN}`;
  await bot.press(MANAGER, "Добавить");
  expect(bot.telegram.toasts().at(-1)).toBe("Человек не работает в системе: выберите действующего.");
  expect(await team()).toHaveLength(2);
});

test("a foreman joins the team by a link", async () => {
  await openTeam();
  await bot.press(MANAGER, "Пригласить по ссылке");
  await bot.press(MANAGER, "Прораб");
  await bot.press(MANAGER, "На 1");
  const { text } = bot.last(MANAGER);
  expect(text).toContain("Действует  до 15 сентября, 1 человек");
  const code = /https:\/\/t\.me\/stsphera_bot\?start=(inv_[\w-]{22})$/.exec(text)?.[1];
  await bot.say(STRANGER, `/start ${code}`);
  await bot.press(STRANGER, "Начать");
  await bot.say(STRANGER, "Сергей Новиков");
  await bot.say(STRANGER, "Без телефона");
  expect(await team()).toContain("Сергей Новиков construction_itr");
});

test("a member is removed after a question; the last manager and a changed team are not", async () => {
  await openTeam();
  await bot.press(MANAGER, "Нина Гущина");
  await bot.press(MANAGER, "Убрать из команды");
  expect(bot.last(MANAGER).text).toContain("<b>Нина Гущина</b>\nРоль  Специалист снабжения");
  await bot.press(MANAGER, "← Назад");
  await bot.press(MANAGER, "Убрать из команды");
  await bot.world.db.sql`update objects set version = version + 1 where id = ${object.id}`;
  await bot.press(MANAGER, "Убрать");
  expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
  expect(await team()).toHaveLength(2);
  await bot.press(MANAGER, "Убрать из команды");
  await bot.press(MANAGER, "Убрать");
  expect(bot.telegram.toasts().at(-1)).toBe("Убрано из команды");
  expect(await team()).toEqual(["Олег Дёмин project_manager"]);
  await bot.press(MANAGER, "Олег Дёмин");
  await bot.press(MANAGER, "Убрать из команды");
  await bot.press(MANAGER, "Убрать");
  expect(bot.last(MANAGER).text).toContain("На объекте должен остаться руководитель проекта");
  expect(await team()).toEqual(["Олег Дёмин project_manager"]);
});

test("a foreman is removed with the question who leads the zones; the heir leads them then", async () => {
  const { world } = bot;
  const [foreman, manager] = [await world.as("construction_itr"), await world.as("project_manager")];
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${foreman.id}, 'construction_itr', ${bot.now()})`;
  const zone = {
    facadeId: object.facadeId("Юг"),
    fromFloorId: object.floorId("1"),
    toFloorId: object.floorId("1"),
  };
  await createZone.run(world.ctx(await world.again(manager)), {
    objectId: object.id,
    name: "Ю-1",
    ...zone,
    foremanId: foreman.id,
  });
  const lead = async () =>
    (
      await world.db.read<{ id: number }>("select foreman_id as id from zones where object_id = $1", [
        object.id,
      ])
    )[0]?.id;
  await openTeam();
  await bot.press(MANAGER, "Сергей Белов");
  await bot.press(MANAGER, "Убрать из команды");
  expect(bot.last(MANAGER).text).toContain("Захватки  Ю-1");
  await bot.press(MANAGER, "Убрать, захватки: Дёмин");
  expect(bot.telegram.toasts().at(-1)).toBe("Убрано из команды");
  expect(await lead()).toBe(manager.id);
  expect(await team()).not.toContain("Сергей Белов construction_itr");
});

test("open links are listed, shown again and revoked; a revoked one lets nobody in", async () => {
  await openTeam();
  await bot.press(MANAGER, "Ссылки");
  expect(bot.last(MANAGER).text).toContain("Действующих ссылок нет.");
  await bot.press(MANAGER, "← Назад");
  await bot.press(MANAGER, "Пригласить по ссылке");
  await bot.press(MANAGER, "Прораб");
  await bot.press(MANAGER, "На 10");
  const code = /start=(inv_[\w-]{22})$/.exec(bot.last(MANAGER).text)?.[1] ?? "";
  await bot.press(MANAGER, "← Назад");
  await bot.press(MANAGER, "Ссылки");
  expect(bot.last(MANAGER).text).toContain("<b>Прораб (ИТР)</b>\nдо 15 сентября, вошли 0 из 10");
  await bot.press(MANAGER, "Прораб (ИТР)");
  expect(bot.last(MANAGER).text).toContain(code);
  await bot.press(MANAGER, "Отозвать");
  expect(bot.telegram.toasts().at(-1)).toBe("Ссылка отозвана");
  expect(bot.last(MANAGER).text).toContain("Действующих ссылок нет.");
  await bot.say(STRANGER, `/start ${code}`);
  expect(bot.last(STRANGER).text).not.toContain("СПК Блок Б");
});

test("others neither see links nor remove members", async () => {
  const manager = await bot.world.as("project_manager");
  await openTeam(1_000_009);
  const before = await bot.world.traces();
  const forged = [`ob:k:${object.id}:0`, `ob:v:${object.id}:1`, `ob:r:${object.id}:${manager.id}`];
  for (const data of [...forged, `ob:x:${object.id}:${manager.id}:1`]) {
    await bot.pressData(1_000_009, data);
    expect(bot.last(1_000_009).text).toContain("⚠️ Нет права");
  }
  expect(await bot.world.traces()).toEqual(before);
});
