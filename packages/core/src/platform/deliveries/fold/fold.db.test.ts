import { schema } from "@stsphera/db";
import { TelegramUnreachable } from "@stsphera/telegram";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../notify/testing/relay-desk.ts";
import { createDeliverer, type Deliverer } from "../deliverer.ts";
import { type FakeTelegram, fakeTelegram } from "../testing/fake-telegram.ts";

let desk: RelayDesk;
let telegram: FakeTelegram;
let deliverer: Deliverer;
let clock: { now: Date };
let foreman: { id: number; chat: string };
const MINUTE_MS = 60_000;

beforeEach(async () => {
  desk = await openRelayDesk();
  const { id, telegramId } = await desk.world.as("construction_itr");
  foreman = { id, chat: telegramId };
  clock = { now: desk.world.now };
  telegram = fakeTelegram();
  desk.deps.now = () => clock.now;
  deliverer = another();
});
afterEach(() => closeQuiet(desk));

const another = () =>
  createDeliverer({ ...desk.deps, now: () => clock.now, api: telegram.api, db: desk.world.db });
const minutesLater = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS);
};

type TaskEvent = "task.assigned" | "task.changed" | "task.blocked";
async function happen(type: TaskEvent, taskId: number): Promise<void> {
  const manager = await desk.world.as("project_manager");
  const payload = type === "task.assigned" ? { assigneeId: foreman.id, previousAssigneeId: null } : {};
  await desk.happen({ type, entityType: "task", entityId: taskId, actorId: manager.id, payload });
}

/** The manager assigns the foreman tasks, which wait for them; the messages are queued, not sent. */
async function assign(...titles: string[]): Promise<number[]> {
  const { world, object } = desk;
  const manager = await world.as("project_manager");
  const ids: number[] = [];
  for (const title of titles) {
    const [task] = await world.db.orm
      .insert(schema.tasks)
      .values({
        objectId: object.id,
        title,
        status: "assigned",
        creatorId: manager.id,
        assigneeId: foreman.id,
        createdAt: clock.now,
        statusSince: clock.now,
      })
      .returning({ id: schema.tasks.id });
    ids.push(task?.id ?? 0);
    await happen("task.assigned", task?.id ?? 0);
  }
  await desk.relay();
  return ids;
}

/** Sends what is due; the calls to the foreman's chat since the last time. */
async function deliver(): Promise<{ method: string; text: string; silent: boolean; buttons: string[] }[]> {
  for (let sent = 1; sent > 0;) {
    await desk.world.db.sql`delete from telegram_limits`;
    sent = (await deliverer.drainChat(foreman.chat)).settled;
  }
  return telegram.calls.splice(0).map(({ method, params }) => {
    const { reply_markup: markup } = params as {
      reply_markup?: { inline_keyboard: { text: string; web_app?: { url: string } }[][] };
    };
    const text = String(params["text"]);
    const isList = text.includes("🗂");
    return {
      method,
      text: isList ? text : (/Задача \d+|Шов \d+/.exec(text)?.[0] ?? text),
      silent: params["disable_notification"] === true,
      buttons: isList
        ? (markup?.inline_keyboard.flat() ?? []).map((one) => `${one.text} → ${one.web_app?.url}`)
        : [],
    };
  });
}
const short = (calls: Awaited<ReturnType<typeof deliver>>) =>
  calls.map(({ method, text }) => `${method}: ${text}`);

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
  expect(short(await deliver())).toEqual(["sendMessage: Шов 1"]);
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
    telegram.next(dead);
    await another().drainChat(foreman.chat);
    await sql`update deliveries set status = 'sending', claimed_at = now() - interval '1 hour' where status = 'queued'`;
    await sql`delete from telegram_limits`;
    expect(await deliverer.reclaim()).toBe(1);
    telegram.calls.splice(0);
  }
  const calls = await deliver();
  expect(calls).toHaveLength(1);
  expect(calls[0]?.text.match(/Шов \d/g)).toHaveLength(5);
  const folds = await sql<{ ids: number[] }[]>`select notification_ids as ids from message_folds`;
  expect(folds.map(({ ids }) => new Set(ids).size)).toEqual([5]);
});

test("two deliverers at once make one list", async () => {
  await assign("Шов 1", "Шов 2", "Шов 3", "Шов 4", "Шов 5", "Шов 6");
  const deliverers = [another(), another(), another()];
  await Promise.all(deliverers.map((one) => one.drainChat(foreman.chat)));
  const calls = await deliver();
  expect(calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
});
