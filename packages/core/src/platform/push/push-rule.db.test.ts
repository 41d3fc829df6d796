import { schema } from "@stsphera/db";
import { TelegramError, TelegramUnreachable } from "@stsphera/telegram";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MOST_OF_SERVICE } from "./claim-push.ts";
import { MAX_PUSH_ATTEMPTS } from "./push-terms.ts";
import { openPushDesk, type PushDesk } from "./testing/push-desk.ts";

let desk: PushDesk;
let foreman: { id: number; telegramId: string };

beforeEach(async () => {
  desk = await openPushDesk();
  foreman = await desk.world.as("construction_itr");
});
afterEach(() => desk.close());

const AWAY = new TelegramUnreachable({ method: "sendMessage", reason: "network", maybeApplied: false });
const BLOCKED = new TelegramError({
  method: "sendMessage",
  code: 403,
  description: "Forbidden: bot was blocked by the user",
});
/** Telegram answers none of the next requests. */
const away = (requests = 100) => desk.telegram.next(...Array.from({ length: requests }, () => AWAY));
const back = () => desk.telegram.next();

type TaskEvent = "task.assigned" | "task.blocked" | "task.changed";
async function happen(type: TaskEvent, taskId: number): Promise<void> {
  const manager = await desk.world.as("project_manager");
  const payload = type === "task.assigned" ? { assigneeId: foreman.id, previousAssigneeId: null } : {};
  await desk.happen({ type, entityType: "task", entityId: taskId, actorId: manager.id, payload });
  await desk.relay();
}

/** The manager assigns the foreman a task, and the relay notifies. */
async function assign(title = "Испытать анкеры, тел. +7 900 123-45-67"): Promise<number> {
  const { world, object } = desk;
  const manager = await world.as("project_manager");
  const [task] = await world.db.orm
    .insert(schema.tasks)
    .values({
      objectId: object.id,
      title,
      status: "assigned",
      creatorId: manager.id,
      assigneeId: foreman.id,
      createdAt: world.now,
      statusSince: world.now,
    })
    .returning({ id: schema.tasks.id });
  await happen("task.assigned", task?.id ?? 0);
  return task?.id ?? 0;
}

const urgent = () => desk.world.db.sql`update notifications set priority = 'high'`;
const sentSilently = () =>
  desk.telegram.calls
    .filter(({ method }) => method === "sendMessage")
    .map(({ params }) => params["disable_notification"] === true);

test("what Telegram takes in time rings there alone", async () => {
  await desk.browser(foreman.id);
  await assign();
  await desk.deliver();
  desk.at("2026-09-08T09:00:00Z");
  await desk.push();
  expect(desk.rung).toEqual([]);
  expect(sentSilently()).toEqual([false]);
});

test("what Telegram did not take within the term rings in every browser, once, and comes to the chat silently", async () => {
  const [phone, office] = [await desk.browser(foreman.id), await desk.browser(foreman.id)];
  away(3);
  await assign();
  desk.at("2026-09-08T07:14:59Z");
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toEqual([]);

  desk.at("2026-09-08T07:15:00Z");
  await desk.deliver();
  await desk.push();
  expect(desk.rung.map(({ endpoint }) => endpoint)).toEqual([phone.endpoint, office.endpoint]);
  const [first] = desk.rung;
  expect(first).toMatchObject({
    ttl: 4 * 3_600,
    urgency: "normal",
    topic: expect.stringMatching(/^n\d+$/) as string,
  });
  expect(first?.text).toMatchObject({
    url: expect.stringMatching(/^\/\?startapp=t\d+$/) as string,
    stays: false,
  });
  expect(JSON.stringify(first?.text)).not.toMatch(/123-45-67/);
  expect(JSON.stringify(first?.text)).toContain("Испытать анкеры");

  desk.at("2026-09-08T07:40:00Z");
  await desk.deliver();
  await desk.push();
  back();
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toHaveLength(2);
  expect(sentSilently().slice(-1)).toEqual([true]);
  expect(await desk.pushes()).toEqual(["late sent", "late sent"]);
});

test("Telegram is away for three days: each message rings once, at its time, and the chat catches up silently", async () => {
  await desk.browser(foreman.id);
  away(20);
  const days = ["08", "09", "10"];
  for (const day of days) {
    desk.at(`2026-09-${day}T07:00:00Z`);
    await assign(`Заделать шов ${day}`);
    for (const time of ["07:10", "07:20", "08:00", "12:00", "23:00"]) {
      desk.at(`2026-09-${day}T${time}:00Z`);
      await desk.deliver();
      await desk.push();
    }
  }
  expect(
    desk.rung.map(({ text }) => text.title.match(/\d\d$/)?.[0] ?? text.body.match(/шов (\d\d)/)?.[1]),
  ).toEqual(days);
  desk.at("2026-09-11T06:00:00Z");
  desk.telegram.next();
  for (let turn = 0; turn < 25; turn += 1) await desk.deliver();
  await desk.push();
  expect(desk.rung).toHaveLength(3);
  const arrived = sentSilently().slice(-3);
  expect(arrived).toEqual([true, true, true]);
});

test("more urgent things have a shorter term and are kept longer", async () => {
  await desk.browser(foreman.id);
  away();
  await assign();
  await urgent();
  desk.at("2026-09-08T07:05:00Z");
  await desk.push();
  expect(desk.rung).toMatchObject([{ urgency: "high", ttl: 11 * 3_600 + 55 * 60 }]);
});

test("who blocked the bot or never started it hears at once, and a repeat comes silently", async () => {
  await desk.browser(foreman.id);
  desk.telegram.next(BLOCKED);
  await assign();
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  expect(await desk.pushes()).toEqual(["refused sent"]);
  desk.at("2026-09-08T12:00:00Z");
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  await desk.world.db.sql`update deliveries set status = 'queued'`;
  await desk.deliver();
  expect(sentSilently().slice(-1)).toEqual([true]);
});

test("never-again 31: nothing rings at night or on a day off; it rings when the person's day begins", async () => {
  await desk.browser(foreman.id);
  away();
  // Saturday, when the object works, 21:50 in Moscow.
  desk.at("2026-09-12T18:50:00Z");
  await assign();
  desk.at("2026-09-12T19:05:00Z");
  await desk.deliver();
  await desk.push();
  desk.at("2026-09-13T10:00:00Z");
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toEqual([]);
  desk.at("2026-09-14T04:00:00Z");
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toEqual([]);
  desk.at("2026-09-14T04:15:00Z");
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toHaveLength(1);
});

test("what was refused at night waits for the morning too; an alarm does not wait", async () => {
  await desk.browser(foreman.id);
  // The administrator, who is told of it, is not reached either.
  desk.telegram.next(BLOCKED, BLOCKED, BLOCKED);
  desk.at("2026-09-08T18:59:00Z");
  await assign();
  await desk.deliver();
  desk.at("2026-09-08T19:01:00Z");
  await desk.push();
  expect(desk.rung).toEqual([]);
  await assign("Пожар");
  await desk.world.db.sql`update deliveries set priority = 1 where status = 'queued'`;
  await desk.deliver();
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  expect(JSON.stringify(desk.rung[0]?.text)).toContain("Пожар");
  desk.at("2026-09-09T04:00:00Z");
  await desk.push();
  expect(desk.rung).toHaveLength(2);
});

test("a push is kept by its service until the evening at most", async () => {
  await desk.browser(foreman.id);
  away();
  desk.at("2026-09-08T17:00:00Z");
  await assign();
  desk.at("2026-09-08T18:00:00Z");
  await desk.push();
  expect(desk.rung.map(({ ttl }) => ttl)).toEqual([3_600]);
});

test("what was read in the app meanwhile does not ring", async () => {
  await desk.browser(foreman.id);
  away();
  await assign();
  desk.at("2026-09-08T08:00:00Z");
  await desk.world.db.sql`update notifications set read_at = ${desk.world.now}`;
  await desk.push();
  expect(desk.rung).toEqual([]);
});

test("who has left the object meanwhile hears nothing of it", async () => {
  await desk.browser(foreman.id);
  away();
  await assign();
  await desk.world.db.sql`delete from object_roles where user_id = ${foreman.id}`;
  desk.at("2026-09-08T08:00:00Z");
  await desk.push();
  expect(desk.rung).toEqual([]);
  expect(await desk.pushes()).toEqual(["late superseded"]);
});

test("a browser that is signed out, or was added later, does not ring", async () => {
  const { sessionId } = await desk.browser(foreman.id);
  away();
  await assign();
  await desk.world.db.sql`update sessions set ended_at = ${desk.world.now} where id = ${sessionId}`;
  desk.at("2026-09-08T08:00:00Z");
  await desk.browser(foreman.id);
  await desk.push();
  expect(desk.rung).toEqual([]);
});

test("a browser that its push service forgot is removed, and the message rings in the chat after all", async () => {
  await desk.browser(foreman.id);
  away(1);
  await assign();
  await desk.deliver();
  desk.at("2026-09-08T08:00:00Z");
  desk.answers({ kind: "gone", error: "410 unsubscribed" });
  await desk.push();
  expect(await desk.pushes()).toEqual(["late failed 410 unsubscribed"]);
  expect(await desk.world.db.sql`select from push_subscriptions`).toHaveLength(0);
  await desk.deliver();
  expect(sentSilently()).toEqual([false, false]);
});

test("a busy push service is asked again when it says; what Telegram takes before rings there alone", async () => {
  await desk.browser(foreman.id);
  away(1);
  await assign();
  await desk.deliver();
  desk.at("2026-09-08T08:00:00Z");
  desk.answers({ kind: "busy", error: "429 slow down", retryAfterMs: 1_800_000 });
  await desk.push();
  desk.at("2026-09-08T08:29:00Z");
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  expect(await desk.pushes()).toEqual(["late queued 429 slow down"]);
  await desk.deliver();
  expect(sentSilently().at(-1)).toBe(false);
  desk.at("2026-09-08T08:31:00Z");
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  expect(await desk.pushes()).toEqual(["late superseded 429 slow down"]);
});

test("a card that goes on changing is late since it first waited to ring, and rings once", async () => {
  await desk.browser(foreman.id);
  away();
  const task = await assign();
  for (const time of ["07:05", "07:10", "07:14"]) {
    desk.at(`2026-09-08T${time}:00Z`);
    await happen("task.changed", task);
    await desk.push();
  }
  expect(desk.rung).toEqual([]);
  desk.at("2026-09-08T07:15:00Z");
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  desk.at("2026-09-08T07:20:00Z");
  await happen("task.changed", task);
  desk.at("2026-09-08T09:00:00Z");
  await desk.push();
  expect(desk.rung).toHaveLength(1);
});

test("several that became one list ring as one, and the list comes silently", async () => {
  await desk.browser(foreman.id);
  away(1);
  for (const at of [1, 2, 3, 4, 5]) await assign(`Заделать шов ${at}`);
  for (let turn = 0; turn < 3; turn += 1) {
    away(1);
    await desk.deliver();
  }
  desk.at("2026-09-08T07:20:00Z");
  await desk.push();
  expect(desk.rung.map(({ topic, text }) => [topic.slice(0, 1), text.title])).toEqual([
    ["f", "🗂 5 новых событий"],
  ]);
  for (let turn = 0; turn < 5; turn += 1) await desk.deliver();
  expect(sentSilently().at(-1)).toBe(true);
});

test("a list that Telegram did not take until the night waits for the morning, in the chat and in browsers", async () => {
  await desk.browser(foreman.id);
  desk.at("2026-09-08T18:50:00Z");
  away(1);
  for (const at of [1, 2, 3, 4, 5]) await assign(`Заделать шов ${at}`);
  for (let turn = 0; turn < 3; turn += 1) {
    away(1);
    await desk.deliver();
  }
  desk.at("2026-09-08T19:30:00Z");
  const before = sentSilently().length;
  await desk.push();
  await desk.deliver();
  expect(desk.rung).toEqual([]);
  expect(sentSilently()).toHaveLength(before);
  desk.at("2026-09-09T04:00:00Z");
  for (let turn = 0; turn < 5; turn += 1) await desk.deliver();
  expect(sentSilently().at(-1)).toBe(false);
});

test("while each attempt at Telegram hangs, the browser has its turn between two of them", async () => {
  await desk.browser(foreman.id);
  await assign();
  desk.at("2026-09-08T07:15:00Z");
  const { sql } = desk.world.db;
  await sql`update deliveries set status = 'sending', claimed_at = clock_timestamp(), attempts = 3`;
  await desk.push();
  expect(desk.rung).toEqual([]);
  expect(await desk.pushes()).toEqual(["late queued"]);
  await sql`update deliveries set status = 'queued'`;
  await desk.deliver();
  expect(desk.telegram.calls).toEqual([]);
  desk.at("2026-09-08T07:15:02Z");
  await desk.push();
  expect(desk.rung).toHaveLength(1);
  await desk.deliver();
  expect(sentSilently()).toEqual([true]);
});

test("the browsers of one person have their turn one after another, those of others beside them", async () => {
  for (let count = 0; count < 3; count += 1) await desk.browser(foreman.id);
  await assign();
  desk.at("2026-09-08T07:15:00Z");
  await desk.pusher.plan();
  const first = await desk.pusher.next();
  expect(first).not.toBeNull();
  expect(await desk.pusher.next()).toBeNull();
  const other = await desk.world.createUser();
  await trialOf(other.id);
  expect(await desk.pusher.next()).not.toBeNull();
  await first?.();
  expect(await desk.pusher.next()).not.toBeNull();
});

test("a push service that does not answer leaves places to others", async () => {
  for (let count = 0; count <= MOST_OF_SERVICE; count += 1) await trialOf((await desk.world.createUser()).id);
  for (let count = 0; count < MOST_OF_SERVICE; count += 1) expect(await desk.pusher.next()).not.toBeNull();
  expect(await desk.pusher.next()).toBeNull();
  await trialOf((await desk.world.createUser()).id, "https://push.other.example/1");
  expect(await desk.pusher.next()).not.toBeNull();
  expect(await desk.pusher.next()).toBeNull();
});

test("a push whose process dies each time is counted out, and the message rings in the chat", async () => {
  await desk.browser(foreman.id);
  await assign();
  desk.at("2026-09-08T07:15:00Z");
  await desk.pusher.plan();
  const { sql } = desk.world.db;
  for (let attempt = 1; attempt <= MAX_PUSH_ATTEMPTS; attempt += 1) {
    expect(await desk.pusher.next()).not.toBeNull();
    await sql`update push_messages set claimed_at = clock_timestamp() - interval '1 minute'`;
    expect(await desk.pusher.reclaim()).toBe(1);
  }
  expect(await desk.pusher.next()).toBeNull();
  expect(await desk.pushes()).toEqual(["late failed nothing was reported back"]);
  await desk.deliver();
  expect(sentSilently()).toEqual([false]);
});

/** A trial in a new browser of a user. */
async function trialOf(userId: number, endpoint?: string): Promise<void> {
  const { sessionId } = await desk.browser(userId);
  const { sql } = desk.world.db;
  if (endpoint !== undefined)
    await sql`update push_subscriptions set endpoint = ${endpoint} where session_id = ${sessionId}`;
  await sql`
    insert into push_messages (user_id, subscription_id, reason, not_before, created_at)
    select ${userId}, id, 'trial', ${desk.world.now}, ${desk.world.now} from push_subscriptions
    where session_id = ${sessionId}`;
}
