import { getFactForm } from "@stsphera/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type BotWorld, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN } from "../../testing/fact-steps.ts";

let bot: BotWorld;
const reads = vi.spyOn(getFactForm, "run");

beforeAll(async () => {
  bot = await createBotWorld();
  const object = await bot.world.createTestObject({ team: ["construction_itr"] });
  const crew =
    "insert into crews (code, name, lead, size, object_id) values ('БР-5', 'Модули-1', 'Виталий Громов', 8, $1)";
  await bot.world.db.read(crew, [object.id]);
});
afterAll(async () => {
  reads.mockRestore();
  await bot.close();
});

const say = (text: string) => () => bot.say(FOREMAN, text);
const press = (caption: string) => () => bot.press(FOREMAN, caption);

/** What the user does, and how often the form of the day is read for it. */
const STEPS: readonly [string, () => Promise<void>, number][] = [
  ["/fact", say("/fact"), 1],
  ["a line", press("Модули · Юг 1 "), 1],
  ["a number", say("40"), 1],
  ["a crew", press("Бригада"), 1],
  ["the crew is taken", press("Громов"), 1],
  ["a photo", () => bot.photo(FOREMAN, "p1"), 1],
  ["more than is left", press("Записать"), 1],
  ["its reason", press("Перемер"), 1],
  ["the next line", press("Дальше: "), 1],
  ["a photo before its number", () => bot.photo(FOREMAN, "p2"), 0],
  ["the lines", press("← Назад"), 1],
  ["another day", press("День: "), 1],
  // Reads the form that says which days are open, then the form of yesterday.
  ["yesterday", press("вчера"), 2],
  ["a line of it", press("Модули · Юг 2 "), 1],
  ["a number of it", say("2"), 1],
  ["saved", press("Записать"), 1],
  ["corrected", press("Исправить"), 1],
];

test("the form of the day is read once per update", async () => {
  for (const [what, act, times] of STEPS) {
    reads.mockClear();
    await act();
    expect({ what, times: reads.mock.calls.length }).toEqual({ what, times });
  }
});
