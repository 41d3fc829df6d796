import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, createBotWorld } from "./testing/bot-world.ts";
import { ADMIN, FOREMAN, MANAGER, NEWCOMER } from "./testing/chats.ts";
import { unreadable, walk } from "./testing/walk.ts";

let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
  const first = await bot.world.createTestObject({
    floors: Array.from({ length: 9 }, (_, at) => String(at + 1)),
  });
  await bot.world.createTestObject({ passport: { name: "НВФ Школа" }, floors: ["1"] });
  const crew =
    "insert into crews (code, name, lead, size, object_id) values ('БР-5', 'Модули-1', 'Виталий Громов', 8, $1)";
  await bot.world.db.read(crew, [first.id]);
});
afterAll(() => bot.close());

/** A line, its quantity, and whether it is saved before the walk. */
const OPENINGS = [
  ["Кронштейны несущие · Юг 5 ", "40", false],
  ["Кронштейны несущие · Юг 6 ", "40", true],
  ["Кронштейны несущие · Юг 7 ", "10", true],
] as const;

/** The same line twice. */
const AGAIN = [
  ["Кронштейны несущие · Юг 8 ", "10"],
  ["✓ Кронштейны несущие · Юг 8 ", "3"],
] as const;

/** Kinds of buttons that the walk must reach, by step. */
const STEPS: Readonly<Record<string, string>> = {
  objectId: "pick:# cancel",
  floorVolumeId: "pick:# page:# go:date",
  date: "day:# go:floorVolumeId",
  quantity: "ready:by_plan add:# rest go:crewId go:floorVolumeId",
  confirm: "send change:# change:-1 go:crewId go:notes go:quantity resume cancel",
  crewId: "pick:# go:confirm",
  notes: "go:confirm",
  planReason: "pick:remeasure pick:other go:quantity",
  duplicate: "pick:more pick:instead go:confirm",
};
const ENTRY = "undo:# restore:# fix:# why:# card:# next:#:# all:#";
const BUTTONS = Object.entries(STEPS)
  .flatMap(([step, actions]) => actions.split(" ").map((action) => `d1:fact.enter.${step}:${action}`))
  .concat(ENTRY.split(" ").map((action) => `e1:${action}`));

test("regression 22: every inline button has a handler", async () => {
  const pressed = new Set<string>();
  await bot.say(FOREMAN, "/menu");
  await bot.say(FOREMAN, "/fact");
  await bot.photo(FOREMAN, "orphan");
  expect(await walk(bot, FOREMAN, pressed)).toEqual([]);
  const openLines = async () => {
    await bot.say(FOREMAN, "/cancel");
    await bot.say(FOREMAN, "/fact");
    await bot.press(FOREMAN, "СПК Блок Б");
  };
  await openLines();
  expect(await walk(bot, FOREMAN, pressed)).toEqual([]);
  for (const [line, quantity, saves] of OPENINGS) {
    await openLines();
    await bot.press(FOREMAN, line);
    await bot.say(FOREMAN, quantity);
    if (saves) await bot.press(FOREMAN, "Записать");
    else await bot.say(FOREMAN, "/fact");
    expect(await walk(bot, FOREMAN, pressed)).toEqual([]);
  }
  for (const [line, quantity] of AGAIN) {
    await openLines();
    await bot.press(FOREMAN, line);
    await bot.say(FOREMAN, quantity);
    await bot.press(FOREMAN, "Записать");
  }
  expect(await walk(bot, FOREMAN, pressed)).toEqual([]);
  for (const command of ["/menu", "/dashboard", "/help", "/notifications", "/nonsense", "/cancel"]) {
    for (const who of [MANAGER, ADMIN]) {
      await bot.say(who, command);
      expect(await walk(bot, who, pressed)).toEqual([]);
    }
  }
  await bot.say(NEWCOMER, "/start");
  expect(await walk(bot, NEWCOMER, pressed)).toEqual([]);
  await bot.say(NEWCOMER, "/start");
  await bot.press(NEWCOMER, "Начать");
  await bot.say(NEWCOMER, "Сергей Белов");
  await bot.say(NEWCOMER, "Без телефона");
  expect(await walk(bot, NEWCOMER, pressed)).toEqual([]);
  const [person] = await bot.world.db.read<{ id: number }>("select id from users where telegram_id = $1", [
    NEWCOMER,
  ]);
  await bot.pressData(ADMIN, `u:a:${person?.id}`);
  expect(await walk(bot, ADMIN, pressed)).toEqual([]);
  expect(bot.warnings).toEqual([]);
  expect(BUTTONS.filter((kind) => !pressed.has(kind))).toEqual([]);
});

test("every callback data ever sent can be parsed by a feature", () => {
  const { sent, unread } = unreadable(bot);
  expect(sent).toBeGreaterThan(100);
  expect(unread).toEqual([]);
});

test("every press was answered", () => {
  const presses = bot.telegram.calls.filter(({ method }) => method === "answerCallbackQuery");
  const ids = presses.map(({ params }) => params["callback_query_id"]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(40);
});
