import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf, openLine } from "../../testing/fact-steps.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => bot.close());

const photosOf = async (quantity: string): Promise<string[]> => {
  const rows = await bot.world.db.read<{ name: string }>(
    `select f.telegram_unique_id as name from attachments p join files f on f.id = p.file_id
     join daily_plan_fact d on p.entity_type = 'fact' and d.id = p.entity_id where d.quantity = $1::numeric order by 1`,
    [quantity],
  );
  return rows.map(({ name }) => name);
};

test("an entry whose saving failed once is saved with the photos sent before and after", async () => {
  await openLine(bot);
  await bot.photo(FOREMAN, "p1");
  await bot.say(FOREMAN, "10");
  await bot.world.db.sql`alter table daily_plan_fact add constraint broken check (kind <> 'work') not valid`;
  await bot.press(FOREMAN, "Записать");
  await bot.world.db.sql`alter table daily_plan_fact drop constraint broken`;
  expect(await ledgerOf(bot)).toEqual([]);
  await bot.photo(FOREMAN, "p2");
  await bot.press(FOREMAN, "Записать");
  expect(await photosOf("10")).toEqual(["p1", "p2"]);
  expect(bot.telegram.messages(FOREMAN).some(({ text }) => text.includes("✅ Записано"))).toBe(true);
});

test("photos kept for the next line survive explaining the previous entry in words", async () => {
  await enterQuantity(bot, "1");
  bot.advance(31);
  await openLine(bot, "Модули · Юг 2 ");
  await bot.photo(FOREMAN, "p1");
  await bot.press(FOREMAN, "Причина: …");
  await bot.press(FOREMAN, "Другое");
  await bot.say(FOREMAN, "Сильный ветер");
  await enterQuantity(bot, "7", "Модули · Юг 2 ");
  expect(await photosOf("7")).toEqual(["p1"]);
});

test("a photo sent instead of a reason is attached to the entry it belongs to", async () => {
  await enterQuantity(bot, "1");
  await bot.press(FOREMAN, "Причина: …");
  await bot.press(FOREMAN, "Другое");
  await bot.photo(FOREMAN, "p1");
  await bot.say(FOREMAN, "Сильный ветер");
  expect(await photosOf("1")).toEqual(["p1"]);
  expect(await ledgerOf(bot)).toMatchObject([{ reason: "other" }]);
});
