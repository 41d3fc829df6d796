import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, createBotWorld, type Sent } from "../testing/bot-world.ts";
import { ADMIN, CONTRACT } from "../testing/chats.ts";
import { dialogueOf } from "../testing/dialogue-of.ts";
import { createTestTask, MANAGER, openTask, WORKER } from "../testing/task-steps.ts";

let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
  const object = await bot.world.createTestObject({ team: ["construction_itr", "supply"] });
  await createTestTask(bot, object.id, { title: "Новая", deadline: "2026-09-20" });
  await createTestTask(bot, object.id, { title: "Взятая", deadline: "2026-09-21" });
  await openTask(bot, WORKER, "Взятая");
  await bot.press(WORKER, "Беру в работу");
});
afterAll(() => bot.close());

/** Opens a task from the list, then presses the given buttons. */
const task =
  (who: number, title: string, ...captions: string[]) =>
  async () => {
    await bot.say(who, "/tasks");
    if (who === MANAGER) await bot.press(who, "От меня");
    for (const caption of [title, ...captions]) await bot.press(who, caption);
  };
const told =
  (who: number, ...words: string[]) =>
  async () => {
    for (const text of words) await bot.say(who, text);
  };
const then =
  (...steps: readonly (() => Promise<void>)[]) =>
  async () => {
    for (const step of steps) await step();
  };
const presses =
  (who: number, ...captions: string[]) =>
  async () => {
    for (const caption of captions) await bot.press(who, caption);
  };

/** For each step: the chat of the dialogue and how to get there. */
const STEPS: Record<string, readonly [number, () => Promise<void>]> = {
  "task declined": [WORKER, task(WORKER, "Новая", "Не беру")],
  "task declined in words": [WORKER, task(WORKER, "Новая", "Не беру", "Другое")],
  "task handed in": [WORKER, task(WORKER, "Взятая", "Сдать")],
  "another day": [WORKER, task(WORKER, "Взятая", "Перенести")],
  "why another day": [WORKER, task(WORKER, "Взятая", "Перенести", "Завтра")],
  "what blocks": [WORKER, task(WORKER, "Взятая", "Не могу сделать")],
  "who can help": [WORKER, then(task(WORKER, "Взятая", "Не могу сделать"), told(WORKER, "нет модулей"))],
  question: [WORKER, task(WORKER, "Взятая", "Вопрос")],
  "task changed": [MANAGER, task(MANAGER, "Взятая", "Изменить")],
  "task's title": [MANAGER, task(MANAGER, "Взятая", "Изменить", "Название")],
  "task called off": [MANAGER, task(MANAGER, "Взятая", "Снять")],
  "given to another": [MANAGER, task(MANAGER, "Взятая", "Назначить другого")],
  "new task": [MANAGER, told(MANAGER, "/newtask")],
  "new task's person": [MANAGER, told(MANAGER, "/newtask", "Проверить люльки")],
  "new task's day": [MANAGER, then(told(MANAGER, "/newtask", "Проверить люльки"), presses(MANAGER, "Белов"))],
  "new task's last step": [
    MANAGER,
    then(told(MANAGER, "/newtask", "Проверить люльки"), presses(MANAGER, "Белов", "Сегодня")),
  ],
  "new object's name": [MANAGER, told(MANAGER, "/newobject")],
  "new object's contract": [MANAGER, told(MANAGER, "/newobject", "Башня", "Тверь, Садовая, 1", "Город")],
  "new object's facades": [
    MANAGER,
    then(
      told(MANAGER, "/newobject", "Башня", "Тверь, Садовая, 1", "Город"),
      presses(MANAGER, "Пока без даты", "Пока без даты"),
    ),
  ],
  "new object's manager": [
    CONTRACT,
    then(
      told(CONTRACT, "/newobject", "Башня", "Тверь, Садовая, 1", "Город"),
      presses(CONTRACT, "Пока без даты", "Пока без даты", "☐ Модульный", "Дальше"),
    ),
  ],
  "person to add": [
    MANAGER,
    then(told(MANAGER, "/objects"), presses(MANAGER, "СПК Блок Б", "Команда", "Добавить")),
  ],
  "who stands in": [
    MANAGER,
    then(told(MANAGER, "/objects"), presses(MANAGER, "СПК Блок Б", "Команда", "Сергей Белов", "Заместитель")),
  ],
  "how long somebody stands in": [
    MANAGER,
    then(
      told(MANAGER, "/objects"),
      presses(MANAGER, "СПК Блок Б", "Команда", "Сергей Белов", "Заместитель", "Гущина"),
    ),
  ],
  "link's role": [
    MANAGER,
    then(told(MANAGER, "/objects"), presses(MANAGER, "СПК Блок Б", "Команда", "Пригласить по ссылке")),
  ],
  "person to find": [ADMIN, then(told(ADMIN, "/admin"), presses(ADMIN, "Найти"))],
  "why access is closed": [
    ADMIN,
    then(
      told(ADMIN, "/admin"),
      presses(ADMIN, "Найти"),
      told(ADMIN, "Климова"),
      presses(ADMIN, "Анна Климова", "Закрыть доступ"),
    ),
  ],
};

const ODD: Record<string, Sent> = {
  sticker: { sticker: { file_id: "s", file_unique_id: "s" } },
  voice: { voice: { file_id: "v", file_unique_id: "v", duration: 2 } },
  poll: { poll: { id: "p", question: "?" } },
  "forwarded post": { text: "Белов и другие", forward_origin: { type: "channel", date: 1 } },
  "blank text": { text: " \u00a0 " },
  nothing: {},
};

describe.each(Object.keys(STEPS))("regression 23: at «%s»", (name) => {
  test("a sticker, a voice message, a poll, a forwarded message and an empty one get a hint, nothing is lost", async () => {
    const [who, reach] = STEPS[name] ?? [0, async () => undefined];
    await bot.say(who, "/cancel");
    await reach();
    const before = await dialogueOf(bot, who);
    const traces = await bot.world.traces();
    expect(before).not.toBeNull();
    for (const [odd, content] of Object.entries(ODD)) {
      const messages = bot.telegram.messages(who).length;
      await bot.send(who, content);
      expect({ odd, dialogue: await dialogueOf(bot, who) }).toEqual({ odd, dialogue: before });
      expect(bot.telegram.messages(who).length).toBe(messages + 1);
      expect(bot.last(who).text).toMatch(/^Здесь жду /);
    }
    expect(await bot.world.traces()).toEqual(traces);
    expect(bot.warnings).toEqual([]);
  });
});
