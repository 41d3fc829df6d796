import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet } from "../notify/testing/relay-desk.ts";
import { type ChatDesk, openChatDesk } from "./testing/chat-desk.ts";

let chat: ChatDesk;
beforeEach(async () => {
  chat = await openChatDesk();
});
afterEach(() => closeQuiet(chat.desk));

const NIGHT = new Date("2026-09-08T20:30:00Z");
const MORNING = new Date("2026-09-09T05:00:00Z");
const change = (id: number, values: Partial<typeof schema.tasks.$inferInsert>) =>
  chat.desk.world.db.orm.update(schema.tasks).set(values).where(eq(schema.tasks.id, id));

test("what waited for the morning tells of the thing as it is when it is sent, and so does its row", async () => {
  chat.clock.now = NIGHT;
  const [id = 0] = await chat.assign("Шов 1");
  expect(await chat.deliver()).toEqual([]);
  await change(id, { title: "Шов 7" });
  chat.clock.now = MORNING;
  expect((await chat.deliver()).map(({ method, text }) => [method, text])).toEqual([
    ["sendMessage", "Шов 7"],
  ]);
  const [row] = await chat.desk.notifications();
  expect(row?.title).toBe("📌 Шов 7");
});

test("what was settled meanwhile is not sent: passed to another, done by its reader, read in the app", async () => {
  const { world } = chat.desk;
  chat.clock.now = NIGHT;
  const [passed = 0, taken = 0, read = 0] = await chat.assign("Шов 1", "Шов 2", "Шов 3", "Шов 4");
  const other = await world.as("supply");
  await change(passed, { assigneeId: other.id });
  await change(taken, { status: "in_progress" });
  await chat.desk.happen({
    type: "task.status_changed",
    entityType: "task",
    entityId: taken,
    actorId: chat.foreman.id,
    payload: { from: "assigned", to: "in_progress" },
  });
  await chat.desk.relay();
  await world.db.sql`update notifications set read_at = ${NIGHT} where entity_id = ${read}`;
  chat.clock.now = MORNING;
  expect((await chat.deliver()).map(({ text }) => text)).toEqual(["Шов 4"]);
  const rows = await world.db.sql`
    select from deliveries where chat_id = ${chat.foreman.chat} and status not in ('sent', 'superseded')`;
  expect(rows).toHaveLength(0);
});

test("a message whose event is no longer kept is sent as it was made", async () => {
  chat.clock.now = NIGHT;
  await chat.assign("Шов 1");
  await chat.desk.world.db.sql`delete from outbox`;
  chat.clock.now = MORNING;
  expect((await chat.deliver()).map(({ text }) => text)).toEqual(["Шов 1"]);
});

test("who is away when the night is over is not told what waited for them", async () => {
  const { world, object } = chat.desk;
  chat.clock.now = NIGHT;
  await chat.assign("Шов 1");
  const deputy = await world.as("pto");
  await world.db.sql`
    insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
    values (${chat.foreman.id}, ${deputy.id}, ${object.id}, '2026-09-09', '2026-09-10', ${deputy.id}, ${NIGHT})`;
  chat.clock.now = MORNING;
  expect(await chat.deliver()).toEqual([]);
  const [left] = await world.db.sql`
    select from deliveries where chat_id = ${chat.foreman.chat} and status in ('queued', 'sending')`;
  expect(left).toBeUndefined();
});
