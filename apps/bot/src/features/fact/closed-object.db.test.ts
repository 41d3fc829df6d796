import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

let bot: BotWorld;
beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

const lastCard = () => bot.telegram.messages(FOREMAN).at(-1)?.text;

test("the buttons under an entry change nothing once its object is closed, and say why", async () => {
  await enterQuantity(bot, "10");
  const before = await ledgerOf(bot);
  await bot.world.db.sql`update objects set status = 'closed'`;
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect(lastCard()).toContain("Объект уже закрыт");
  await bot.press(FOREMAN, "Исправить");
  expect(bot.telegram.toasts().at(-1)).toBe("⚠️ Уже изменилось");
  await bot.photo(FOREMAN, "p1");
  expect(await ledgerOf(bot)).toEqual(before);
  expect(await bot.world.db.read("select 1 from attachments", [])).toEqual([]);
});
