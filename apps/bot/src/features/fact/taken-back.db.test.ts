import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { enterQuantity, FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
});
afterEach(() => closeQuiet(bot));

const quantities = async () => (await ledgerOf(bot)).map((fact) => fact.quantity);

/** «Вернуть» on the card of the undone entry. */
function restoreButton(): { data: string; messageId: number } {
  const card = bot.telegram.messages(FOREMAN).findLast(({ text }) => text.includes("↩️ Отменено"));
  const button = card?.keyboard.flat().find(({ text }) => text === "Вернуть");
  if (card === undefined || button?.callback_data === undefined) throw new Error("nothing to put back");
  return { data: button.callback_data, messageId: card.messageId };
}

test("a double tap on «Вернуть» restores an entry with photos once", async () => {
  await enterQuantity(bot, "10");
  await bot.photo(FOREMAN, "p1");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  const { data, messageId } = restoreButton();
  const twice = [1, 2].map(() => bot.callbackUpdate(FOREMAN, data, messageId));
  await bot.deliver(...twice);
  expect(await quantities()).toEqual(["10", "-10", "10"]);
  expect(bot.telegram.toasts().at(-1)).toBe("Уже записано");
});

test("an entry that exceeds the remainder is not restored, with a reason", async () => {
  await enterQuantity(bot, "20");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  const { data, messageId } = restoreButton();
  await enterQuantity(bot, "30");
  await bot.pressData(FOREMAN, data, messageId);
  expect(await quantities()).toEqual(["20", "-20", "30"]);
  expect(bot.telegram.toasts().at(-1)).toBe("Столько уже не осталось. Внесите число заново");
});

test("«Вернуть» of an entry whose copy was undone again writes nothing and says so", async () => {
  await enterQuantity(bot, "7");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  const first = restoreButton();
  await bot.pressData(FOREMAN, first.data, first.messageId);
  expect(bot.last(FOREMAN).text).toContain("✅ Записано");
  await bot.press(FOREMAN, "Отменить · 10 мин");
  await bot.pressData(FOREMAN, first.data, first.messageId);
  expect(await quantities()).toEqual(["7", "-7", "7", "-7"]);
  expect(bot.telegram.toasts().at(-1)).toBe("Эту запись потом снова отменили. Вернуть можно здесь");
  const second = restoreButton();
  expect(second.data).not.toBe(first.data);
  await bot.pressData(FOREMAN, second.data, second.messageId);
  expect(await quantities()).toEqual(["7", "-7", "7", "-7", "7"]);
});

test("an entry that counts, or was corrected, is not restored next to itself", async () => {
  await enterQuantity(bot, "7");
  const [entered] = await ledgerOf(bot);
  await bot.pressData(FOREMAN, `e1:restore:${entered?.id}`);
  expect(await quantities()).toEqual(["7"]);
  expect(bot.telegram.toasts().at(-1)).toBe("Уже записано");
  await bot.press(FOREMAN, "Исправить");
  await bot.say(FOREMAN, "8");
  await bot.press(FOREMAN, "Исправить");
  expect(await quantities()).toEqual(["7", "-7", "8"]);
  await bot.pressData(FOREMAN, `e1:restore:${entered?.id}`);
  expect(await quantities()).toEqual(["7", "-7", "8"]);
  expect(bot.telegram.toasts().at(-1)).toBe("Уже записано");
});
