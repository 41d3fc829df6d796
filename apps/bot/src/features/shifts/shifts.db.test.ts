import { enterFact, getShift } from "@stsphera/core";
import { createCrew, createZone } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../testing/chats.ts";
import { relayNotices } from "../../testing/relay-notices.ts";

const DAY = "2026-09-08";
let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "pto"] });
  const crew = { name: "Модули-1", lead: "Виталий Громов", size: 8 };
  await createCrew.run(bot.world.ctx(await bot.world.as("admin")), {
    ...crew,
    code: "БР-5",
    objectId: object.id,
  });
});
afterEach(() => closeQuiet(bot));

const relay = () => relayNotices(bot);
const shift = async () =>
  getShift.run(bot.world.ctx(await bot.world.as("construction_itr"), { now: bot.now() }), {
    objectId: object.id,
    date: DAY,
  });

test("hours that a crew with facts must name are asked again, and what was answered stands", async () => {
  const { world } = bot;
  const foreman = await world.as("construction_itr");
  const crewId = (await shift()).crews[0]?.id ?? 0;
  await enterFact.run(world.ctx(foreman, { now: bot.now() }), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: DAY,
    quantity: "2",
    crewId,
    workers: 8,
  } as never);
  await bot.say(FOREMAN, "/fact");
  for (const caption of ["Простой", "☐ Громов", "Дальше", "Ветер", "Вся смена · 8\u00a0ч"])
    await bot.press(FOREMAN, caption);
  expect((await shift()).records).toEqual([]);
  expect(bot.captions(FOREMAN)).toContain("2\u00a0ч");
  expect(bot.captions(FOREMAN)).not.toContain("Дальше");
  await bot.press(FOREMAN, "2\u00a0ч");
  expect((await shift()).records[0]).toMatchObject({ code: "weather_wind", manHours: "16" });
});

test("idle time takes three presses after its button, is told on the day's card, and is taken back", async () => {
  await bot.say(FOREMAN, "/fact");
  expect(bot.captions(FOREMAN)).toEqual(expect.arrayContaining(["Простой", "Без объёма", "Смена закрыта"]));
  await bot.press(FOREMAN, "Простой");
  expect(bot.last(FOREMAN).text).toContain("⏸ Простой · кто стоял?");
  await bot.press(FOREMAN, "☐ Громов");
  await bot.press(FOREMAN, "Дальше");
  await bot.press(FOREMAN, "Ветер");
  expect(bot.captions(FOREMAN)).toEqual(
    expect.arrayContaining(["Вся смена · 8\u00a0ч", "4\u00a0ч", "2\u00a0ч"]),
  );
  await bot.press(FOREMAN, "4\u00a0ч");
  expect(bot.last(FOREMAN).text).toBe(
    [
      "<b>⏸ Простой записан</b>",
      "────────────────",
      "СПК Блок Б · вт, 8 сентября",
      "Бригада  Громов · 8\u00a0чел. · 4\u00a0ч",
      "Причина  Ветер",
    ].join("\n"),
  );
  const [record] = (await shift()).records;
  expect(record).toMatchObject({ code: "weather_wind", manHours: "32" });
  await relay();
  expect(bot.last(MANAGER).text).toContain("Простой  Громов: ветер");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  const texts = bot.telegram.messages(FOREMAN).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringContaining("<b>↩️ Отменено: Громов, Ветер</b>"));
  expect((await shift()).records).toEqual([]);
});

test("a shift is closed with one reason for the lines without a fact, and opened again", async () => {
  const ctx = bot.world.ctx(await bot.world.as("construction_itr"), { now: bot.now() });
  const floorVolumeId = object.cell("Юг", "1", "МОД");
  await enterFact.run(ctx, { objectId: object.id, floorVolumeId, date: DAY, quantity: "3" });
  await relay();
  await bot.say(FOREMAN, "/menu");
  await bot.press(FOREMAN, "Смена закрыта");
  expect(bot.last(FOREMAN).text).toContain("Почему по ним нет факта?");
  expect(bot.last(FOREMAN).text).toContain("Смена закрыта · СПК Блок Б · вт, 8 сентября");
  expect(bot.last(FOREMAN).text).toMatch(/Модули .*\d/);
  await bot.press(FOREMAN, "Не работали");
  expect(bot.last(FOREMAN).text).toContain("✅ Смена закрыта · вт, 8 сентября");
  expect(bot.last(FOREMAN).text).toMatch(/Без факта {2}Модули .*: Не работали/);
  expect((await shift()).part?.closing).toMatchObject({ canReopen: true });
  await relay();
  const told = bot.telegram.messages(MANAGER).map(({ text }) => text);
  expect(told.join("\n")).toMatch(/Смена {2}закрыта · без факта \d+ — не работали \d+/);
  await bot.press(FOREMAN, "Открыть смену снова");
  expect(bot.last(FOREMAN).text).toContain("<b>Смена снова открыта</b>");
  expect(bot.last(FOREMAN).text).toContain("СПК Блок Б · вт, 8 сентября");
  expect((await shift()).part?.closing).toBeNull();
});

test("a manager closes the part of the foreman they choose, and the message says for whom", async () => {
  const { world } = bot;
  const foreman = await world.as("construction_itr");
  const other = await world.createUser({ role: "construction_itr", fullName: "Антон Жилин" });
  await world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${other.id}, 'construction_itr', ${bot.now()})`;
  const admin = world.ctx(await world.as("admin"));
  for (const [name, facade, foremanId] of [
    ["Юг", "Юг", foreman.id],
    ["Запад", "Запад", other.id],
  ] as const)
    await createZone.run(admin, {
      objectId: object.id,
      name,
      facadeId: object.facadeId(facade),
      fromFloorId: object.floorId("1"),
      toFloorId: object.floorId("2"),
      foremanId,
    });
  await bot.say(MANAGER, "/fact");
  await bot.press(MANAGER, "Смена закрыта");
  expect(bot.last(MANAGER).text).toContain("Чью часть смены закрыть?");
  await bot.press(MANAGER, "Жилин");
  expect(bot.last(MANAGER).text).toContain("За прораба: Жилин");
  await bot.press(MANAGER, "Не работали");
  expect(bot.last(MANAGER).text).toContain("За прораба  Жилин");
  const { parts } = await getShift.run(admin, { objectId: object.id, date: DAY });
  expect(parts.map(({ foreman: of, closing }) => [of?.id, closing?.by?.id ?? null])).toEqual(
    expect.arrayContaining([
      [other.id, (await world.as("project_manager")).id],
      [foreman.id, null],
    ]),
  );
  await relay();
  expect(bot.last(MANAGER).text).toContain("Жилин (закрыто: Дёмин)");
});

test("the card of a closed shift follows what others enter after it, and who closed it finds that among the news", async () => {
  const { world } = bot;
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Смена закрыта");
  await bot.press(FOREMAN, "Не работали");
  expect(bot.last(FOREMAN).text).toContain("✅ Смена закрыта");
  expect(bot.last(FOREMAN).text).toContain("Без факта  Модули Юг 1: Не работали");
  await relay();
  bot.advance(5);
  const manager = await world.as("project_manager");
  await enterFact.run(world.ctx(manager, { now: bot.now() }), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: DAY,
    quantity: "2",
  } as never);
  await relay();
  const cards = () => bot.telegram.messages(FOREMAN).filter(({ text }) => text.includes("✅ Смена закрыта"));
  expect(cards()).toHaveLength(1);
  expect(cards()[0]?.text).not.toContain("Модули Юг 1: Не работали");
  expect(cards()[0]?.text).toContain("Внесено позже  Модули Юг 1 · Дёмин");
  expect(
    cards()[0]
      ?.keyboard.flat()
      .map(({ text }) => text),
  ).toEqual(["Добавить", "Открыть смену снова"]);
  const [row] = await world.db.read<{ unread: boolean }>(
    `select read_at is null as unread from notifications where key like 'shift.closed:%'`,
    [],
  );
  expect(row).toEqual({ unread: true });
});

test("an old button of a part that is closed by now says who closed it, and opens it again", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Смена закрыта");
  await bot.press(FOREMAN, "Не работали");
  const before = (await shift()).parts[0]?.closing?.id;
  await bot.pressData(FOREMAN, `sh:c:${object.id}:${DAY}:f0`);
  expect(bot.last(FOREMAN).text).toContain("<b>Смена уже закрыта</b>");
  expect(bot.last(FOREMAN).text).toMatch(/Закрыто {2}\p{L}+.*, /u);
  expect((await shift()).parts[0]?.closing?.id).toBe(before);
  await bot.press(FOREMAN, "Открыть смену снова");
  expect((await shift()).parts[0]?.closing ?? null).toBeNull();
});
