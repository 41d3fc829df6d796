import { getDefect, listDefects } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../testing/chats.ts";
import { relayNotices } from "../../testing/relay-notices.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "project_manager"] });
});
afterEach(() => closeQuiet(bot));

const relay = () => relayNotices(bot);

const manager = async () => bot.world.ctx(await bot.world.as("project_manager"), { now: bot.now() });

test("a foreman reports a defect in three presses and a photo; the manager assigns it from the message", async () => {
  await bot.say(FOREMAN, "/newdefect");
  await bot.press(FOREMAN, "Юг");
  await bot.press(FOREMAN, "1");
  await bot.press(FOREMAN, "Шов не заполнен");
  await bot.press(FOREMAN, "Записать");
  // Nothing is recorded without a photo.
  expect((await listDefects.run(await manager(), { objectId: object.id })).items).toEqual([]);
  await bot.photo(FOREMAN, "joint");
  await bot.press(FOREMAN, "Записать");
  await relay();
  expect(bot.captions(MANAGER)).toEqual(["Назначить", "Открыть"]);
  await bot.press(MANAGER, "Назначить");
  await bot.say(MANAGER, "Белов");
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Завтра");
  const { items } = await listDefects.run(await manager(), { objectId: object.id });
  const card = await getDefect.run(await manager(), { defectId: items[0]?.id ?? 0 });
  expect(card).toMatchObject({ status: "assigned", number: 1, facade: "Юг", floor: "1" });
  expect(card.before).toHaveLength(1);
  await relay();
  expect(bot.captions(FOREMAN)).toEqual(["Устраняю", "Оспорить", "Открыть"]);
});

test("a row of each list opens its defect", async () => {
  await bot.say(FOREMAN, "/newdefect");
  for (const caption of ["Юг", "1", "Шов не заполнен"]) await bot.press(FOREMAN, caption);
  await bot.photo(FOREMAN, "joint");
  await bot.press(FOREMAN, "Записать");
  await bot.say(MANAGER, "/defects");
  expect(bot.last(MANAGER).text).toContain("На вас ничего не назначено");
  await bot.press(MANAGER, "Открытые");
  await bot.press(MANAGER, "Шов не заполнен");
  expect(bot.last(MANAGER).text).toContain("Записал  Белов");
  await bot.press(MANAGER, "Назначить");
  await bot.say(MANAGER, "Белов");
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Завтра");
  await bot.say(FOREMAN, "/defects");
  await bot.press(FOREMAN, "Шов не заполнен");
  expect(bot.last(FOREMAN).text).toContain("Срок  завтра");
});

test("the work at fault is one of its facade", async () => {
  const { world } = bot;
  await world.db.sql`
    delete from floor_volumes v using facades fa, work_types w
    where fa.id = v.facade_id and w.id = v.work_type_id and fa.code = 'Запад' and w.code = 'КРН-Н'`;
  await bot.say(FOREMAN, "/newdefect");
  for (const caption of ["Юг", "1", "Шов не заполнен"]) await bot.press(FOREMAN, caption);
  await bot.press(FOREMAN, "Работа");
  const offered = bot.captions(FOREMAN);
  expect(offered).toContain("Не знаю");
  const bracket = offered.find((caption) => /ронштейн/.test(caption)) ?? "";
  await bot.press(FOREMAN, bracket);
  expect(bot.last(FOREMAN).text).toContain(`Работа  ${bracket}`);
  await bot.photo(FOREMAN, "joint");
  await bot.press(FOREMAN, "Записать");
  const { items } = await listDefects.run(await manager(), { objectId: object.id });
  const card = await getDefect.run(await manager(), { defectId: items[0]?.id ?? 0 });
  expect(card.workType?.code).toBe("КРН-Н");
  await bot.say(FOREMAN, "/newdefect");
  for (const caption of ["Запад", "1", "Шов не заполнен"]) await bot.press(FOREMAN, caption);
  await bot.press(FOREMAN, "Работа");
  expect(bot.captions(FOREMAN)).not.toContain(bracket);
});

test("what is past its day is a list of its own", async () => {
  const ctx = await manager();
  const { id: reporterId } = await bot.world.as("construction_itr");
  for (const [title, dueOn] of [
    ["Просроченный шов", "2020-01-01"],
    ["Шов со сроком", "2099-01-01"],
  ] as const)
    await bot.world.db.sql`
      insert into defects (object_id, number, title, severity, origin, facade_id, facade, status, status_since,
        reporter_id, due_on, created_at)
      values (${object.id}, ${title.length}, ${title}, 'major', 'installation', ${object.facadeId("Юг")}, 'Юг', 'open',
        ${ctx.now}, ${reporterId}, ${dueOn}, ${ctx.now})`;
  await bot.say(MANAGER, "/defects");
  await bot.press(MANAGER, "Просроченные");
  expect(bot.last(MANAGER).text).toContain("Просроченный шов");
  expect(bot.last(MANAGER).text).not.toContain("Шов со сроком");
});
