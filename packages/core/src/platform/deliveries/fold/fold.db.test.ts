import { schema } from "@stsphera/db";
import { TelegramUnreachable } from "@stsphera/telegram";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, type RelayDesk } from "../../notify/testing/relay-desk.ts";
import { type ChatDesk, type Delivered, openChatDesk } from "../testing/chat-desk.ts";

let chat: ChatDesk;
let desk: RelayDesk;
let clock: ChatDesk["clock"];
let foreman: ChatDesk["foreman"];

beforeEach(async () => {
  chat = await openChatDesk();
  ({ desk, clock, foreman } = chat);
});
afterEach(() => closeQuiet(desk));

const assign = (...titles: string[]) => chat.assign(...titles);
const deliver = () => chat.deliver();
const happen: ChatDesk["happen"] = (...args) => chat.happen(...args);
const minutesLater = (minutes: number) => chat.minutesLater(minutes);
const short = (calls: Delivered[]) => calls.map(({ method, text }) => `${method}: ${text}`);

test("up to three messages come one by one; with a fourth waiting, all that wait are one list that rings once", async () => {
  await assign("Шов 1", "Шов 2", "Шов 3");
  expect(short(await deliver())).toEqual(["sendMessage: Шов 1", "sendMessage: Шов 2", "sendMessage: Шов 3"]);
  minutesLater(20);
  await assign(...Array.from({ length: 10 }, (_, at) => `Шов ${at + 1}`));
  const [list, ...others] = await deliver();
  expect(others).toEqual([]);
  expect(list).toMatchInlineSnapshot(`
    {
      "buttons": [
        "Открыть список → https://sts.example/?startapp=n7",
      ],
      "method": "sendMessage",
      "silent": false,
      "text": "<b>🗂 10 новых событий</b>
    • 📌 Шов 10 · СПК Блок Б
    • 📌 Шов 9 · СПК Блок Б
    • 📌 Шов 8 · СПК Блок Б
    • 📌 Шов 7 · СПК Блок Б
    • 📌 Шов 6 · СПК Блок Б
    • 📌 Шов 5 · СПК Блок Б
    • 📌 Шов 4 · СПК Блок Б
    • 📌 Шов 3 · СПК Блок Б
    и ещё 2",
    }
  `);
  const rows = await desk.notifications();
  expect(rows.filter(({ unread }) => unread)).toHaveLength(13);
});

test("what comes while the list is open edits it silently; after ten minutes messages come one by one again", async () => {
  await assign("Шов 1", "Шов 2");
  await deliver();
  minutesLater(3);
  await assign("Шов 3", "Шов 4");
  expect((await deliver()).map(({ method }) => method)).toEqual(["sendMessage"]);
  minutesLater(3);
  await assign("Шов 5");
  const [edit, ...others] = await deliver();
  expect(others).toEqual([]);
  expect(edit?.method).toBe("editMessageText");
  expect(edit?.text.split("\n").map((line) => /Шов \d/.exec(line)?.[0])).toEqual([
    undefined,
    "Шов 5",
    "Шов 4",
    "Шов 3",
  ]);
  minutesLater(8);
  await assign("Шов 6");
  expect(short(await deliver())).toEqual(["sendMessage: Шов 6"]);
});

test("the only thing in the list that waits for its reader has a button of its own", async () => {
  const [first = 0] = await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4");
  await desk.world.db.sql`
    insert into pending_decisions (object_id, entity_type, entity_id, kind, permission, holder_id, since)
    values (${desk.object.id}, 'task', ${first}, 'task_to_take', 'task.work', ${foreman.id}, ${clock.now})`;
  const [list] = await deliver();
  expect(list?.buttons).toEqual([
    `📌 Шов 1 → https://sts.example/?startapp=t${first}`,
    expect.stringContaining("Открыть список"),
  ]);
});

test("important messages and alarms come by themselves in the middle of a burst", async () => {
  const [first = 0] = await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4");
  await deliver();
  await desk.world.db.orm
    .update(schema.tasks)
    .set({ status: "blocked", blockedReason: "other", blockerUserId: foreman.id })
    .where(eq(schema.tasks.id, first));
  await happen("task.blocked", first);
  await desk.relay();
  const [own, list, ...others] = await deliver();
  expect(others).toEqual([]);
  expect([own?.method, own?.text]).toEqual(["sendMessage", "Шов 1"]);
  // What is told by itself now leaves the list.
  expect(list?.method).toBe("editMessageText");
  expect(list?.text.match(/Шов \d/g)).toEqual(["Шов 4", "Шов 3", "Шов 2"]);
});

test("a card that is in the chat is edited as before, without a sound, and the list names its news", async () => {
  const [first = 0] = await assign("Шов 1");
  await deliver();
  await assign("Шов 2", "Шов 3", "Шов 4");
  await deliver();
  await happen("task.assigned", first);
  await desk.relay();
  const calls = await deliver();
  expect(calls.map(({ method }) => method)).toEqual(["editMessageText", "editMessageText"]);
  expect(calls[0]?.text).toBe("Шов 1");
  expect(calls[1]?.text.split("\n")[1]).toContain("Шов 1");
});

test("what was read or settled leaves the list, which says so when it is empty", async () => {
  const ids = await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4");
  const [list] = await deliver();
  expect(list?.text.match(/Шов/g)).toHaveLength(4);
  const { sql } = desk.world.db;
  await sql`update notifications set read_at = ${clock.now} where key like ${`%:${ids[0]}`}`;
  await sql`delete from pending_decisions`;
  for (const id of ids.slice(1, 3)) await happen("task.changed", id);
  await desk.relay();
  const [after] = await deliver();
  expect(after?.method).toBe("editMessageText");
  expect(after?.text.match(/Шов \d/g)).toEqual(["Шов 4"]);
  await happen("task.changed", ids[3] ?? 0);
  await desk.relay();
  expect((await deliver()).map(({ text }) => text)).toEqual(["🗂 Всё отсюда уже разобрано"]);
});

test("what waited for the morning is one list, and nothing rings at night", async () => {
  clock.now = new Date("2026-09-08T20:30:00Z");
  await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4", "Шов 5");
  expect(await deliver()).toEqual([]);
  clock.now = new Date("2026-09-09T05:00:00Z");
  const calls = await deliver();
  expect(calls.map(({ method, silent }) => [method, silent])).toEqual([["sendMessage", false]]);
  expect(calls[0]?.text.match(/Шов \d/g)).toHaveLength(5);
});

test("a list is drawn by the rights of the moment, and is not sent to who may read nothing of it", async () => {
  await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4");
  await desk.world.db.sql`delete from object_roles where user_id = ${foreman.id}`;
  await desk.world.db.sql`update users set role = 'supply' where id = ${foreman.id}`;
  expect(await deliver()).toEqual([]);
});

test("killed while it sends, time and again, every message is said once, or in one list", async () => {
  await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4", "Шов 5");
  // Each round is a process that dies before it hears that the message was sent.
  const { sql } = desk.world.db;
  for (let round = 0; round < 3; round += 1) {
    const dead = new TelegramUnreachable({ method: "sendMessage", reason: "network", maybeApplied: true });
    chat.telegram.next(dead);
    await chat.another().drainChat(foreman.chat);
    await sql`update deliveries set status = 'sending', claimed_at = now() - interval '1 hour' where status = 'queued'`;
    await sql`delete from telegram_limits`;
    expect(await chat.deliverer.reclaim()).toBe(1);
    chat.telegram.calls.splice(0);
  }
  const calls = await deliver();
  expect(calls).toHaveLength(1);
  expect(calls[0]?.text.match(/Шов \d/g)).toHaveLength(5);
  const folds = await sql<{ ids: number[] }[]>`select notification_ids as ids from message_folds`;
  expect(folds.map(({ ids }) => new Set(ids).size)).toEqual([5]);
});

test("two deliverers at once make one list", async () => {
  await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4", "Шов 5", "Шов 6");
  const deliverers = [chat.another(), chat.another(), chat.another()];
  await Promise.all(deliverers.map((one) => one.drainChat(foreman.chat)));
  const calls = await deliver();
  expect(calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
});
