import { packCommand } from "@stsphera/telegram";
import { dayButton, entryButton } from "@stsphera/core/cards/facts";
import { approvalsButton } from "@stsphera/core/cards/digest";
import { laterButton } from "@stsphera/core/cards/reminders";
import { closePartButton, idleButton, reopenButton } from "@stsphera/core/cards/shifts";
import { relayNext } from "@stsphera/core/notify";
import { DUE_ROWS, NOTICES, readOfficeDays } from "@stsphera/core/registry";
import { sweepSchedule } from "@stsphera/core/schedule";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";
import { FOREMAN } from "../testing/chats.ts";
import { FEATURES } from "./index.ts";

let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "pto"] });
});
afterEach(() => closeQuiet(bot));

/** The schedule's turn at an instant, and what it sends. */
async function sweepAt(instant: string): Promise<void> {
  const { world, warnings, settle } = bot;
  const warn = (message: string, error: unknown) => void warnings.push({ message, error });
  const now = () => new Date(instant);
  const deps = { db: world.db, now, publicUrl: "https://sphera.example", notices: NOTICES, warn };
  await sweepSchedule(deps, { due: DUE_ROWS, paced: [], readOfficeDays });
  for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(deps)).kind;
  await settle();
}

test("22: every button that the clock sends has a handler", () => {
  const sent = [
    dayButton("enter", 1, "2026-09-08"),
    idleButton(1, "2026-09-08"),
    closePartButton(1, "2026-09-08", 7),
    closePartButton(1, "2026-09-08", null),
    reopenButton(1, 1),
    entryButton("fix", 1),
    laterButton("2026-09-08"),
    approvalsButton,
  ];
  const handled = (data: string) =>
    FEATURES.flatMap(({ buttons = [] }) => buttons).filter((one) => one.unpack(data) !== null);
  for (const data of sent) expect(handled(data), data).toHaveLength(1);
  expect(packCommand("tasks")).toBe("c:tasks");
});

test("the morning card's «Внести» opens the lines of its day, «Был простой» and «Не работали» the questions", async () => {
  const foreman = await bot.world.as("construction_itr");
  await bot.world.db.sql`insert into notification_settings (user_id, digest_at, own_digest_time)
    values (${foreman.id}, '09:30', true)`;
  await sweepAt("2026-09-08T06:30:00Z");
  expect(bot.last(FOREMAN).text).toContain("🌅 Вт, 8 сентября");
  expect(bot.captions(FOREMAN)).toEqual(expect.arrayContaining(["Внести", "Был простой", "Не работали"]));
  await bot.press(FOREMAN, "Внести");
  expect(bot.last(FOREMAN).text).toContain("пн, 7 сентября");
});

test("an answer comes below the morning card, which stays with its other buttons", async () => {
  const foreman = await bot.world.as("construction_itr");
  await bot.world.db.sql`insert into notification_settings (user_id, digest_at, own_digest_time)
    values (${foreman.id}, '09:30', true)`;
  await sweepAt("2026-09-08T06:30:00Z");
  const card = bot.last(FOREMAN);
  expect(card.text).toContain("🌅 Вт, 8 сентября");
  await bot.press(FOREMAN, "Не работали");
  expect(bot.last(FOREMAN).text).toContain("Смена закрыта");
  expect(bot.last(FOREMAN).messageId).not.toBe(card.messageId);
  expect(bot.telegram.messages(FOREMAN).find(({ messageId }) => messageId === card.messageId)?.text).toBe(
    card.text,
  );
});

test("the evening request is put off for an hour, and comes again while facts are missing", async () => {
  await sweepAt("2026-09-08T14:30:00Z");
  expect(bot.last(FOREMAN).text).toContain("🌇 Смена закончилась");
  await bot.press(FOREMAN, "Через час");
  const [row] = await bot.world.db.read<{ day: string; ahead: number }>(
    `select day::text as day, extract(epoch from due_at - $1::timestamptz)::int as ahead from put_off_requests`,
    [bot.now().toISOString()],
  );
  expect(row).toEqual({ day: "2026-09-08", ahead: 3600 });
  expect(object.id).toBeGreaterThan(0);
});

test("the settings of categories are changed in the chat, one press a position", async () => {
  const { id } = await bot.world.as("construction_itr");
  const lists = () =>
    bot.world.db.read<{ muted: string[]; digest: string[] }>(
      `select muted, in_digest as digest from notification_settings where user_id = $1`,
      [id],
    );
  await bot.say(FOREMAN, "/notifications");
  await bot.press(FOREMAN, "Что и когда сообщать");
  expect(bot.last(FOREMAN).text).toContain("Срочное приходит всегда");
  await bot.press(FOREMAN, "Задачи · Сразу");
  expect(await lists()).toEqual([{ muted: [], digest: ["tasks"] }]);
  await bot.press(FOREMAN, "Задачи · В сводке");
  expect(await lists()).toEqual([{ muted: ["tasks"], digest: [] }]);
  await bot.press(FOREMAN, "Задачи · Выкл.");
  expect(await lists()).toEqual([{ muted: [], digest: [] }]);
  expect(bot.captions(FOREMAN)).toContain("Факт · Сразу");
});
