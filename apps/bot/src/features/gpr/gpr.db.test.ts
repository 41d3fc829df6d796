import { changeGprStatus, createGpr, editGprRows, getGpr, listGprShifts } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { openForecastScene, underway } from "@stsphera/core/testing/verbs";
import type { Role } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../testing/chats.ts";
import { relayNotices } from "../../testing/relay-notices.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject();
});
afterEach(() => closeQuiet(bot));

const relay = () => relayNotices(bot);
const as = async (role: Role) => bot.world.ctx(await bot.world.as(role), { now: bot.now() });

/** A version of one row of the foreman, sent to be signed. */
async function sent(): Promise<number> {
  const ctx = await as("project_manager");
  const { id: gprId } = await createGpr.run(ctx, { objectId: object.id, from: "empty" });
  const ownerId = (await bot.world.as("construction_itr")).id;
  const row = {
    do: "add" as const,
    name: "Монтаж, Юг",
    department: "construction" as const,
    duration: 5,
    ownerId,
  };
  await editGprRows.run(ctx, { gprId, edits: [row] });
  const { version } = await getGpr.run(ctx, { gprId });
  await changeGprStatus.run(ctx, { gprId, move: "send", version });
  return gprId;
}

test("a signer is asked, sees what is signed, signs from the message; a remark sends it back", async () => {
  const gprId = await sent();
  await relay();
  expect(bot.last(FOREMAN).text).toContain("✍️ ГПР на подпись");
  expect(bot.last(FOREMAN).text).toContain("1 · строк 1, ваших 1");
  expect(bot.captions(FOREMAN)).toEqual(["Подписать", "Замечание", "Открыть"]);
  await bot.press(FOREMAN, "Подписать");
  expect(bot.last(FOREMAN).text).toContain("Подпись не отменяется");
  expect(bot.last(FOREMAN).text).toMatch(/Содержание {2}[0-9A-F]{4}…[0-9A-F]{4}/);
  await bot.press(FOREMAN, "Подписываю");
  expect(bot.last(FOREMAN).text).toContain("Подписали  1 из 5: Белов");
  expect(bot.last(FOREMAN).text).toContain("Монтаж  1");
  expect(bot.captions(FOREMAN)).not.toContain("Подписать");
  await bot.say(MANAGER, "/gpr");
  expect(bot.last(MANAGER).text).toContain("На подписании");
  await bot.press(MANAGER, "СПК Блок Б");
  await bot.press(MANAGER, "Замечание");
  await bot.say(MANAGER, "Строка 1: срок не тот");
  expect(await getGpr.run(await as("project_manager"), { gprId })).toMatchObject({
    status: "draft",
    signatures: [],
  });
  await relay();
  expect(bot.last(FOREMAN).text).toContain("↩️ Замечание к ГПР");
});

test("whom a shift touches is told of their rows, objects with words in the chat, and the manager hears it", async () => {
  const scene = await openForecastScene(bot.world);
  await underway(scene);
  await relay();
  const shifted = () => scene.shift(["brackets"], { by: "days", workdays: 5 });
  await shifted();
  await relay();
  const { text } = bot.last(FOREMAN);
  expect(text).toContain("⚠️ Прогноз ГПР сдвинут");
  expect(text).toContain("Причина  Модули придут позже");
  expect(text).toContain("Ваша строка  3 Модули: с 12 сентября → 18 сентября – 23 сентября");
  expect(text).toContain("Конец объекта  23 сентября 2026, на 5 раб. дней позже");
  expect(bot.captions(FOREMAN)).toEqual(["Согласовать сдвиг", "Возразить", "Открыть"]);
  await bot.press(FOREMAN, "Возразить");
  expect(bot.last(FOREMAN).text).toContain("Почему так не получится?");
  await bot.say(FOREMAN, "После двадцатого леса заняты");
  expect(bot.captions(FOREMAN)).not.toContain("Возразить");
  const answers = async () => {
    const { items } = await listGprShifts.run(await as("project_manager"), { gprId: scene.gprId, limit: 5 });
    return items.map(({ answers: [answer] }) => `${answer?.status} ${answer?.text}`);
  };
  expect(await answers()).toEqual(["objected После двадцатого леса заняты"]);
  await relay();
  expect(bot.last(MANAGER).text).toContain("💬 Ответ на сдвиг ГПР");
  expect(bot.last(MANAGER).text).toContain("Белов: возражение");
  expect(bot.last(MANAGER).text).toContain("После двадцатого леса заняты");
  await shifted();
  await relay();
  await bot.press(FOREMAN, "Согласовать сдвиг");
  expect(await answers()).toEqual(["agreed null", "objected После двадцатого леса заняты"]);
});
