import { afterEach, beforeEach, expect, test } from "vitest";
import { schema } from "@stsphera/db";
import { TelegramUnreachable } from "@stsphera/telegram";
import { eq } from "drizzle-orm";
import { closeQuiet } from "../../notify/testing/relay-desk.ts";
import { type ChatDesk, openChatDesk } from "../testing/chat-desk.ts";

let chat: ChatDesk;
beforeEach(async () => {
  chat = await openChatDesk();
});
afterEach(() => closeQuiet(chat.desk));

const DEADLINE = "2026-09-04";
/** Tasks of the foreman, known to them, that are now late: the events of one sweep. */
async function escalate(ids: readonly number[]): Promise<void> {
  const { orm } = chat.desk.world.db;
  for (const id of ids) {
    await orm
      .update(schema.tasks)
      .set({ status: "in_progress", deadline: DEADLINE })
      .where(eq(schema.tasks.id, id));
    await chat.happen("task.escalated", id, { level: 1, deadline: DEADLINE, lateDays: 1 });
  }
  await chat.desk.relay();
}

test("important messages of one sweep are one, whose every name opens its thing; each has its row in the centre", async () => {
  const ids = await chat.assign("Шов 1", "Шов 2", "Шов 3");
  await chat.deliver();
  chat.minutesLater(30);
  await escalate(ids);
  const calls = await chat.deliver();
  const [list, ...others] = calls.filter(({ method }) => method === "sendMessage");
  expect(others).toEqual([]);
  expect(list?.silent).toBe(false);
  expect(list?.text.split("\n")[0]).toBe("<b>⚠️ 3 важных события</b>");
  for (const id of ids) expect(list?.buttons.join("\n")).toContain(`startapp=t${id}`);
  const rows = await chat.desk.notifications();
  expect(rows.filter(({ type, unread }) => type === "task.escalated" && unread)).toHaveLength(3);
  // One alone comes by itself.
  chat.minutesLater(30);
  await escalate(ids.slice(0, 1));
  expect((await chat.deliver()).map(({ method, text }) => [method, /^<b>[🗂⚠]/u.test(text)])).toContainEqual([
    "sendMessage",
    false,
  ]);
});

test("eight messages a day at most, whatever happens; the rest stands in the last list, and nothing is lost", async () => {
  const arrived: string[] = [];
  const ids: number[] = [];
  const { desk } = chat;
  chat.clock.now = new Date("2026-09-08T06:00:00Z");
  for (let hour = 0; hour < 12; hour += 1) {
    const [first = 0, second = 0] = await chat.assign(`Шов ${hour * 2 + 1}`, `Шов ${hour * 2 + 2}`);
    ids.push(first, second);
    if (hour % 3 === 0) await escalate([first]);
    for (const { method, text } of await chat.deliver()) if (method === "sendMessage") arrived.push(text);
    chat.minutesLater(60);
  }
  expect(arrived.length).toBeLessThanOrEqual(6);
  const told = (await desk.notifications()).filter(({ unread }) => unread);
  expect(told).toHaveLength(ids.length);
  const folds = await desk.world.db.sql<
    { ids: number[] }[]
  >`select notification_ids as ids from message_folds`;
  const listed = folds.flatMap((fold) => fold.ids);
  expect(new Set(listed).size).toBe(listed.length);
  const alone = arrived.filter((text) => text.startsWith("Шов")).length;
  expect(listed.length + alone).toBeGreaterThanOrEqual(ids.length);
});

test("a thing stands in one place: the list that told it last, or a message of its own", async () => {
  const [first = 0] = await chat.assign("Шов 1", "Шов 2", "Шов 3", "Шов 4");
  expect((await chat.deliver()).map(({ method }) => method)).toEqual(["sendMessage"]);
  chat.minutesLater(20);
  await chat.happen("task.assigned", first);
  await chat.desk.relay();
  const calls = await chat.deliver();
  expect(calls.map(({ method, text }) => [method, text.match(/Шов \d/g)])).toEqual([
    ["sendMessage", ["Шов 1"]],
    ["editMessageText", ["Шов 4", "Шов 3", "Шов 2"]],
  ]);
});

const CARD = ["Беру в работу", "Не беру", "Вопрос", "Открыть"];
/** As many ordinary messages as a day has, an hour apart. */
async function fillTheDay(): Promise<void> {
  for (const hour of [1, 2, 3, 4]) {
    await chat.assign(`Шов ${hour}`);
    expect(await chat.deliver()).toHaveLength(1);
    chat.minutesLater(60);
  }
}

test("a list of one is the message of that thing with its buttons, and a list again when another joins it", async () => {
  await fillTheDay();
  await chat.assign("Шов 5");
  expect(await chat.deliver()).toMatchObject([
    { method: "sendMessage", text: "Шов 5", silent: false, buttons: CARD },
  ]);
  const folds = await chat.desk.world.db.sql`select id from message_folds`;
  expect(folds).toHaveLength(1);
  const [sixth = 0] = await chat.assign("Шов 6");
  const [list, ...others] = await chat.deliver();
  expect([list?.method, list?.text.match(/Шов \d/g), others]).toEqual([
    "editMessageText",
    ["Шов 6", "Шов 5"],
    [],
  ]);
  await chat.desk.world.db
    .sql`update notifications set read_at = ${chat.clock.now} where key like ${`%:${sixth}`}`;
  await chat.happen("task.changed", sixth);
  await chat.desk.relay();
  expect(await chat.deliver()).toMatchObject([{ method: "editMessageText", text: "Шов 5", buttons: CARD }]);
});

test("a list of one that waited tells the thing as it is when it is sent", async () => {
  await fillTheDay();
  const [task = 0] = await chat.assign("Шов 5");
  chat.telegram.next(
    new TelegramUnreachable({ method: "sendMessage", reason: "network", maybeApplied: false }),
  );
  await chat.deliver();
  await chat.desk.world.db.sql`update tasks set title = 'Шов 50' where id = ${task}`;
  chat.minutesLater(11);
  expect(await chat.deliver()).toMatchObject([{ method: "sendMessage", text: "Шов 50", buttons: CARD }]);
});

test("a list whose message became the card of its only thing leaves it, and begins a message anew", async () => {
  await fillTheDay();
  const [task = 0] = await chat.assign("Шов 5");
  await chat.deliver();
  // A button was pressed there: the answer of the bot turned the message into the card of the task.
  const { sql } = chat.desk.world.db;
  await sql`
    insert into chat_cards (chat_id, card_key, message_id, updated_at)
    select chat_id, ${`task:${task}`}, message_id, updated_at from chat_cards where card_key like 'burst:%'`;
  await sql`update notifications set read_at = ${chat.clock.now} where key = ${`task:${task}`}`;
  await chat.happen("task.changed", task);
  await chat.desk.relay();
  expect((await chat.deliver()).map(({ text }) => text)).not.toContain("🗂 Всё отсюда уже разобрано");
  await chat.assign("Шов 6");
  expect(await chat.deliver()).toMatchObject([{ method: "sendMessage", text: "Шов 6", buttons: CARD }]);
});
