import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const manager = 1000004;
const foreman = 1000011;
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(async () => {
  await sandbox.bot.drain();
});
afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

async function group(more: Record<string, unknown> = {}): Promise<number> {
  const asked = { title: "СПК Блок Б", members: [manager, foreman], ...more };
  const { body } = await sandbox.control.post("/groups", asked);
  await sandbox.bot.drain();
  return Number(body["id"]);
}
const send = (chatId: number, more: Record<string, unknown> = {}) =>
  sandbox.bot.call("sendMessage", { chat_id: chatId, text: "смена", ...more });
const statusOf = async (chatId: number, userId: number) =>
  (await sandbox.bot.result<{ status: string }>("getChatMember", { chat_id: chatId, user_id: userId }))
    .status;

it("knows creator, administrators, members and those who are not in the group", async () => {
  const id = await group();
  expect([await statusOf(id, manager), await statusOf(id, foreman), await statusOf(id, 1000017)]).toEqual([
    "creator",
    "member",
    "left",
  ]);
  await sandbox.control.post(`/groups/${id}/members/${foreman}`, { admin: true });
  expect(await statusOf(id, foreman)).toBe("administrator");
  await sandbox.control.post(`/groups/${id}/members/${foreman}`, { member: false });
  expect(await statusOf(id, foreman)).toBe("left");
});

it("hides an administrator behind the group; a member cannot hide", async () => {
  const id = await group();
  await sandbox.control.say(id, { text: "/chatinfo", anonymous: true }, manager);
  const [update] = await sandbox.bot.drain();
  expect(update?.message).toMatchObject({
    from: { id: 1_087_968_824, username: "GroupAnonymousBot" },
    sender_chat: { id },
  });
  const hidden = { from: foreman, text: "x", anonymous: true };
  expect((await sandbox.control.post(`/chats/${id}/messages`, hidden)).status).toBe(400);
});

it("a bot that was removed is told of it, may not write, and sees nothing more until it is added again", async () => {
  const id = await group();
  await sandbox.control.post(`/groups/${id}/bot`, { in: false, by: manager });
  await sandbox.control.say(id, { text: "без бота" }, foreman);
  const updates = await sandbox.bot.drain();
  expect(updates.map((update) => update.my_chat_member?.new_chat_member.status)).toEqual(["kicked"]);
  expect(await send(id)).toMatchObject({
    status: 403,
    description: "Forbidden: bot was kicked from the group chat",
  });
  await sandbox.control.post(`/groups/${id}/bot`, { in: true, by: manager });
  expect((await sandbox.bot.drain())[0]?.my_chat_member?.new_chat_member.status).toBe("member");
  expect(await send(id)).toMatchObject({ ok: true });
});

it("writes into a topic until it is deleted, with its messages", async () => {
  const id = await group({ forum: true });
  const topic = await sandbox.control.post(`/groups/${id}/topics`, { name: "Смены", by: manager });
  const threadId = Number(topic.body["id"]);
  await sandbox.control.say(id, { text: "/link", threadId }, manager);
  expect((await sandbox.bot.drain()).at(-1)?.message).toMatchObject({
    message_thread_id: threadId,
    is_topic_message: true,
    reply_to_message: { forum_topic_created: { name: "Смены" } },
  });
  expect(await send(id, { message_thread_id: threadId })).toMatchObject({ ok: true });
  expect(await send(id, { message_thread_id: threadId + 77 })).toMatchObject({ status: 400 });
  await sandbox.control.delete(`/groups/${id}/topics/${threadId}`);
  expect(await send(id, { message_thread_id: threadId })).toMatchObject({
    description: "Bad Request: message thread not found",
  });
  expect(await send(id)).toMatchObject({ ok: true });
});
