import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, createBotWorld, type Sent } from "../../testing/bot-world.ts";
import { FOREMAN } from "../../testing/chats.ts";
import { dialogueOf } from "../../testing/dialogue-of.ts";

let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
  const object = await bot.world.createTestObject({ team: ["construction_itr"] });
  const crew =
    "insert into crews (code, name, lead, size, object_id) values ('БР-5', 'Модули-1', 'Виталий Громов', 8, $1)";
  await bot.world.db.read(crew, [object.id]);
});
afterAll(() => bot.close());

/** How to reach each step of the dialogue. */
const STEPS: Record<string, () => Promise<void>> = {
  lines: () => bot.say(FOREMAN, "/fact"),
  days: async () => {
    await bot.say(FOREMAN, "/fact");
    await bot.press(FOREMAN, "День: ");
  },
  quantity: async () => {
    await bot.say(FOREMAN, "/fact");
    await bot.press(FOREMAN, "Модули · Юг 1 ");
  },
  confirm: async () => {
    await STEPS["quantity"]?.();
    await bot.say(FOREMAN, "10");
  },
  crews: async () => {
    await STEPS["confirm"]?.();
    await bot.press(FOREMAN, "Бригада");
  },
  note: async () => {
    await STEPS["confirm"]?.();
    await bot.press(FOREMAN, "Примечание");
  },
  over: async () => {
    await STEPS["quantity"]?.();
    await bot.say(FOREMAN, "40");
    await bot.press(FOREMAN, "Записать");
  },
  over_words: async () => {
    await STEPS["over"]?.();
    await bot.press(FOREMAN, "Другое");
  },
};

const ODD: Record<string, Sent> = {
  sticker: { sticker: { file_id: "s", file_unique_id: "s" } },
  voice: { voice: { file_id: "v", file_unique_id: "v", duration: 2 } },
  poll: { poll: { id: "p", question: "?" } },
  "forwarded post": { text: "12", forward_origin: { type: "channel", date: 1 } },
  "empty text": { text: "" },
  "blank text": { text: " \u00a0 " },
  location: { location: { latitude: 55, longitude: 37 } },
  nothing: {},
};

const countFacts = async () =>
  (await bot.world.db.read<{ n: number }>("select count(*)::int as n from daily_plan_fact", []))[0]?.n;

describe.each(Object.keys(STEPS))("at the step %s", (step) => {
  test.each(Object.keys(ODD))("regression 23: %s gets a hint and nothing is lost", async (odd) => {
    await bot.say(FOREMAN, "/cancel");
    await STEPS[step]?.();
    const before = await dialogueOf(bot, FOREMAN);
    const messages = bot.telegram.messages(FOREMAN).length;
    await bot.send(FOREMAN, ODD[odd] ?? {});
    expect(await dialogueOf(bot, FOREMAN)).toEqual(before);
    expect(bot.telegram.messages(FOREMAN).length).toBe(messages + 1);
    expect(bot.last(FOREMAN).text).toMatch(/^(Здесь жду|Нужно число)/);
    expect(bot.warnings).toEqual([]);
  });
});

test.each([
  ["text", "десять", "Нужно число. Например: 12 или 12,5"],
  ["NaN", "NaN", "Нужно число. Например: 12 или 12,5"],
  ["1e309", "1e309", "Нужно число. Например: 12 или 12,5"],
  ["infinity", "Infinity", "Нужно число. Например: 12 или 12,5"],
  ["two numbers", "12 и 5", "Нужно число. Например: 12 или 12,5"],
  ["half a piece", "12,5", "Штуки считаем целыми: 12 или 13"],
  ["half a piece with a dot", "12.5", "Штуки считаем целыми: 12 или 13"],
  ["zero", "0", "Ноль не записываем. Если работ не было, ничего вносить не нужно"],
  ["below zero", "-5", "Меньше нуля нельзя. Ошиблись раньше? Нажмите «Исправить»"],
  ["below zero with a typographic minus", "−5", "Меньше нуля нельзя. Ошиблись раньше? Нажмите «Исправить»"],
  ["over two plans", "73", "Число больше двух планов этажа (36\u00a0шт). Проверьте"],
  ["1e12 in digits", "1000000000000", "Число больше двух планов этажа (36\u00a0шт). Проверьте"],
])(
  "the quantity «%s» is refused with a reason and the card stays (regression 14)",
  async (_name, typed, answer) => {
    await bot.say(FOREMAN, "/cancel");
    await STEPS["quantity"]?.();
    const before = await dialogueOf(bot, FOREMAN);
    const facts = await countFacts();
    await bot.say(FOREMAN, typed);
    expect(bot.last(FOREMAN).text).toBe(answer);
    expect(await dialogueOf(bot, FOREMAN)).toEqual(before);
    expect(await countFacts()).toBe(facts);
  },
);
