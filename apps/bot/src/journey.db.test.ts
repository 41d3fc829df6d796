import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, createBotWorld } from "./testing/bot-world.ts";
import { ADMIN, NEWCOMER } from "./testing/chats.ts";
import { MANAGER, openAssignedTask, openTask, taskOf } from "./testing/task-steps.ts";

let bot: BotWorld;

beforeAll(async () => {
  bot = await createBotWorld();
});
afterAll(() => bot.close());

const say = async (who: number, ...words: string[]) => {
  for (const text of words) await bot.say(who, text);
};
const press = async (who: number, ...captions: string[]) => {
  for (const caption of captions) await bot.press(who, caption);
};

test("from newcomer to accepted work, in the chat alone", async () => {
  await say(NEWCOMER, "/start");
  await press(NEWCOMER, "Начать");
  await say(NEWCOMER, "Яна Новикова", "Без телефона", "/tasks");
  expect(bot.last(NEWCOMER).text).toContain("👋 Заявка на рассмотрении");

  await say(ADMIN, "/admin");
  await press(ADMIN, "Ждут доступа · 1", "Яна Новикова", "Выбрать роль", "Прораб (ИТР)");
  await say(NEWCOMER, "/tasks");
  expect(bot.last(NEWCOMER).text).toContain("🔎 Задач нет");

  await say(MANAGER, "/newobject", "Башня", "Тверь, Набережная, 1", "Город");
  await press(MANAGER, "Пока без даты", "Пока без даты", "☐ Модульный", "Дальше", "Создать объект");
  await press(MANAGER, "Добавить человека");
  await say(MANAGER, "новикова");
  await press(MANAGER, "Новикова Яна", "Прораб", "Добавить");

  await say(MANAGER, "/newtask", "Испытать анкеры");
  await press(MANAGER, "Новикова Яна", "Завтра", "1 фото", "Поставить задачу");
  await openTask(bot, NEWCOMER);
  await press(NEWCOMER, "Не беру", "Нет фронта");
  await openAssignedTask(bot);
  await press(MANAGER, "Назначить", "Новикова Яна");

  await openTask(bot, NEWCOMER);
  await press(NEWCOMER, "Беру в работу", "Сдать");
  await bot.photo(NEWCOMER, "protocol");
  await press(NEWCOMER, "Сдать");
  await openAssignedTask(bot);
  await press(MANAGER, "Работа принята");

  const [task] = await bot.world.db.read<{ id: number }>("select id from tasks", []);
  const { status, moves, photoCount } = await taskOf(bot, task?.id ?? 0);
  expect({ status, photoCount }).toEqual({ status: "done", photoCount: 1 });
  expect(moves.map(({ to }) => to).toReversed()).toEqual([
    "assigned",
    "new",
    "assigned",
    "in_progress",
    "review",
    "done",
  ]);
  expect(bot.warnings).toEqual([]);
});
