import { afterEach, beforeEach, expect, test } from "vitest";
import { MOST_OF_SERVICE } from "./claim-push.ts";
import { MAX_PUSH_ATTEMPTS } from "./push-terms.ts";
import { openTaskPushDesk, type TaskPushDesk } from "./testing/task-push-desk.ts";

let tasks: TaskPushDesk;
let desk: TaskPushDesk["desk"];
let foreman: TaskPushDesk["foreman"];

beforeEach(async () => {
  tasks = await openTaskPushDesk();
  ({ desk, foreman } = tasks);
});
afterEach(() => desk.close());

const away = (requests?: number) => tasks.away(requests);
const assign = (title?: string) => tasks.assign(title);
const sentSilently = () => tasks.sentSilently();
const trialOf: TaskPushDesk["trialOf"] = (...of) => tasks.trialOf(...of);

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
