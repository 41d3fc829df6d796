import { afterEach, beforeEach, expect, test } from "vitest";
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

test("a list of one rings as that thing, and opens it", async () => {
  await desk.browser(foreman.id);
  away(1);
  const ids: number[] = [];
  for (const at of [1, 2, 3, 4]) ids.push(await assign(`Заделать шов ${at}`));
  for (let turn = 0; turn < 4; turn += 1) {
    away(1);
    await desk.deliver();
  }
  const { sql } = desk.world.db;
  for (const id of ids.slice(1))
    await sql`update notifications set read_at = ${desk.world.now} where entity_id = ${id}`;
  desk.at("2026-09-08T07:20:00Z");
  await desk.push();
  expect(desk.rung.map(({ text }) => [text.title, text.url])).toEqual([
    ["📌 Заделать шов 1", `/?startapp=t${ids[0]}`],
  ]);
});
