import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, openLine } from "../../testing/fact-steps.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

/** Unique ids of the photos per entry and of the journal. */
async function places(): Promise<{ facts: Record<string, string[]>; journal: string[] }> {
  const { db } = bot.world;
  const tied = await db.read<{ factId: number; name: string }>(
    `select p.entity_id as "factId", f.telegram_unique_id as name from attachments p join files f on f.id = p.file_id
     where p.entity_type = 'fact' order by f.id`,
    [],
  );
  const journal = await db.read<{ name: string }>(
    "select f.telegram_unique_id as name from journal_photos j join files f on f.id = j.file_id order by f.id",
    [],
  );
  const facts: Record<string, string[]> = {};
  for (const { factId, name } of tied) (facts[factId] ??= []).push(name);
  return { facts, journal: journal.map(({ name }) => name) };
}

const openModules = () => openLine(bot);

test("an album sent before «Записать» is saved with the entry in full (regression 16)", async () => {
  await openModules();
  await bot.say(FOREMAN, "10");
  for (let at = 0; at < 10; at += 1) await bot.photo(FOREMAN, `a${at}`, "album");
  expect(bot.telegram.messages(FOREMAN)[0]?.text).toContain("Фото  10");
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(2);
  await bot.press(FOREMAN, "Записать");
  expect(bot.telegram.messages(FOREMAN)[0]?.text).toContain("Фото  10");
  const { facts } = await places();
  expect(Object.values(facts)[0]).toHaveLength(10);
});

test("an album sent partly before and partly after the press stays together", async () => {
  await openModules();
  await bot.say(FOREMAN, "10");
  await bot.photo(FOREMAN, "first", "album");
  await bot.press(FOREMAN, "Записать");
  await bot.photo(FOREMAN, "second", "album");
  bot.advance(45);
  await bot.photo(FOREMAN, "third", "album");
  expect(Object.values((await places()).facts)).toEqual([["first", "second", "third"]]);
});

test("a late part of the album of a cancelled entry is saved no more than the first", async () => {
  await openModules();
  await bot.photo(FOREMAN, "first", "album");
  await bot.press(FOREMAN, "Отмена");
  await bot.photo(FOREMAN, "second", "album");
  expect(await places()).toEqual({ facts: {}, journal: [] });
  expect(bot.telegram.messages(FOREMAN).some(({ text }) => text.startsWith("Фото не сохранено: "))).toBe(
    true,
  );
  await bot.photo(FOREMAN, "third");
  expect((await places()).journal).toEqual(["third"]);
});

test("photos sent within half an hour are attached to the entry, and its card counts them", async () => {
  await openModules();
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Записать");
  bot.advance(29);
  await bot.photo(FOREMAN, "one", "late");
  await bot.photo(FOREMAN, "two", "late");
  expect(bot.telegram.messages(FOREMAN)[0]?.text).toContain("Фото  2");
  expect(bot.last(FOREMAN).text).toBe("Фото\u00a02 прикреплено");
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(2);
  expect(Object.values((await places()).facts)).toEqual([["one", "two"]]);
});

test("photos sent at a new line belong to it, not to the previous entry", async () => {
  await openModules();
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Записать");
  await bot.press(FOREMAN, "Дальше: ");
  await bot.photo(FOREMAN, "next");
  await bot.say(FOREMAN, "3");
  await bot.press(FOREMAN, "Записать");
  const { facts } = await places();
  expect(Object.values(facts)).toEqual([["next"]]);
  expect(Object.keys(facts)).toHaveLength(1);
});

test("photos without an entry are saved to the day's journal at once, and a button moves them", async () => {
  await openModules();
  await bot.say(FOREMAN, "10");
  await bot.press(FOREMAN, "Записать");
  bot.advance(31);
  for (const name of ["x", "y", "z"]) await bot.photo(FOREMAN, name, "orphans");
  expect(bot.last(FOREMAN).text).toContain("📷 3 фото: к чему их?");
  expect((await places()).journal).toEqual(["x", "y", "z"]);
  await bot.press(FOREMAN, "Модули · Юг 1");
  expect(bot.last(FOREMAN).text).toBe("<b>📷 Фото 3: Модули, Юг 1</b>");
  expect(await places()).toMatchObject({ journal: [] });
  expect(Object.values((await places()).facts)).toEqual([["x", "y", "z"]]);
  await bot.photo(FOREMAN, "late", "orphans");
  expect(Object.values((await places()).facts)).toEqual([["x", "y", "z", "late"]]);
});

test("«В журнал дня» keeps them there", async () => {
  await bot.photo(FOREMAN, "x");
  await bot.press(FOREMAN, "В журнал дня");
  expect(bot.last(FOREMAN).text).toBe("<b>📷 Фото 1 в журнале дня</b>");
  expect((await places()).journal).toEqual(["x"]);
});

test("with several objects and none used yet, the object is asked for first", async () => {
  const second = await bot.world.createTestObject({
    team: ["construction_itr"],
    passport: { name: "НВФ Школа" },
  });
  await bot.photo(FOREMAN, "x", "album");
  await bot.photo(FOREMAN, "y", "album");
  expect(bot.last(FOREMAN).text).toBe("<b>📷 Фото · какой объект?</b>");
  await bot.press(FOREMAN, "НВФ Школа");
  expect((await places()).journal).toEqual(["x", "y"]);
  const [row] = await bot.world.db.read<{ objectId: number }>(
    `select distinct object_id as "objectId" from journal_photos`,
    [],
  );
  expect(row?.objectId).toBe(second.id);
  expect(object.id).not.toBe(second.id);
});

test("a picture sent as a file is accepted, other files are refused with a reason", async () => {
  const file = {
    file_id: "d",
    file_unique_id: "d1",
    mime_type: "image/heic",
    file_name: "фасад Юг.heic",
    file_size: 900,
  };
  await bot.send(FOREMAN, { document: file });
  expect((await places()).journal).toEqual(["d1"]);
  await bot.send(FOREMAN, { document: { ...file, file_unique_id: "d2", mime_type: "application/zip" } });
  expect(bot.last(FOREMAN).text).toContain("⚠️ Файл не подошёл");
  await bot.send(FOREMAN, { document: { ...file, file_unique_id: "d3", file_size: 21 * 1024 * 1024 } });
  expect(bot.last(FOREMAN).text).toContain("⚠️ Файл не подошёл");
  expect((await places()).journal).toEqual(["d1"]);
});

test("a user who may not enter facts is told so, and nothing is saved", async () => {
  await bot.photo(1_000_017, "x");
  expect(bot.last(1_000_017).text).toContain("🔎 Вы пока не в команде объекта");
  expect(await places()).toEqual({ facts: {}, journal: [] });
});
