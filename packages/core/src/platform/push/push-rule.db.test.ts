import { afterEach, beforeEach, expect, test } from "vitest";
import { BLOCKED, openTaskPushDesk, type TaskPushDesk } from "./testing/task-push-desk.ts";

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
const happen: TaskPushDesk["happen"] = (...of) => tasks.happen(...of);
const sentSilently = () => tasks.sentSilently();
const urgent = () => desk.world.db.sql`update notifications set priority = 'high'`;

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
  desk.telegram.next();
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
