import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type BotWorld, createBotWorld } from "../../testing/bot-world.ts";
import { dialogueOf } from "../../testing/dialogue-of.ts";
import { enterQuantity, FOREMAN, ledgerOf } from "../../testing/fact-steps.ts";

let bot: BotWorld;

/** A /fact dialogue as the previous version stored it. */
const OLD = {
  feature: "fact",
  id: "3f9",
  step: "confirm",
  objectId: 1,
  date: null,
  page: 0,
  volumeId: 1,
  quantity: "10",
  photos: [],
  fileIds: [],
};

beforeAll(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr"] });
  await enterQuantity(bot, "10");
});
afterAll(() => bot.close());

beforeEach(async () => {
  const older = {
    dialogue: OLD,
    suspended: [{ what: "Факт", dialogue: { ...OLD, id: "3fa" } }],
    albums: [{ group: "album", target: { kind: "draft", dialogueId: "3f9" } }],
  };
  await bot.world.db.sql`
    update bot_dialogues set state = state || ${JSON.stringify(older)}::text::jsonb where chat_id = ${FOREMAN}`;
});

test.each(["save", "line:1", "reason:other", "cancel"])(
  "«%s» under a card of the older version is answered and offers a new start",
  async (action) => {
    const before = await ledgerOf(bot);
    await bot.say(FOREMAN, "/menu");
    const menu = bot.last(FOREMAN);
    await bot.pressData(FOREMAN, `f1:3f9:${action}`, menu.messageId);
    expect(bot.telegram.toasts().at(-1)).toBe("Этот шаг уже закрыт");
    expect(bot.captions(FOREMAN)).toEqual(["Начать снова"]);
    expect(await ledgerOf(bot)).toEqual(before);
  },
);

test("an answer to an incompatible dialogue is told so, and the dialogue is dropped; the previous entry is still known", async () => {
  await bot.say(FOREMAN, "12");
  expect(bot.last(FOREMAN).text).toBe("Этот шаг уже закрыт");
  expect(bot.captions(FOREMAN)).toEqual(["Начать снова"]);
  expect(await dialogueOf(bot, FOREMAN)).toBeNull();
  await bot.press(FOREMAN, "Отменить · 10 мин");
  expect((await ledgerOf(bot)).map(({ quantity }) => quantity)).toEqual(["10", "-10"]);
  await bot.press(FOREMAN, "Вернуть");
});

test("a photo and a command are handled despite it", async () => {
  await bot.photo(FOREMAN, "late", "album");
  expect(bot.last(FOREMAN).text).toContain("Фото\u00a01 прикреплено");
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт · СПК Блок Б");
  expect(bot.warnings).toEqual([]);
});
