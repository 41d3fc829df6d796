import { TelegramError } from "@stsphera/telegram";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Desk, openDesk } from "./testing/delivery-desk.ts";

let desk: Desk;
const chatId = "1000004";
const cardKey = "fact.day_card:1:2026-09-15";

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const told = () => desk.telegram.calls.map((call) => ({ method: call.method, ...call.params }));
const send = async (text: string, rest: Record<string, unknown> = {}) => {
  await desk.put({ cardKey, params: { text }, ...rest });
  await desk.restOver();
  return desk.deliverer.drainChat(chatId);
};

test("a card is sent once and edited from then on", async () => {
  await send("one");
  await send("two", {
    params: { text: "two", reply_markup: { inline_keyboard: [] }, disable_notification: true },
  });
  expect(told()).toEqual([
    { method: "sendMessage", chat_id: 1_000_004, text: "one" },
    {
      method: "editMessageText",
      chat_id: 1_000_004,
      message_id: 101,
      text: "two",
      reply_markup: { inline_keyboard: [] },
    },
  ]);
});

test("a card that is only edited is not sent where it is not in the chat, nor after its message is gone", async () => {
  await send("nothing", { ring: "edit" });
  expect(told()).toEqual([]);
  await send("one");
  await send("two", { ring: "edit" });
  expect(told().map(({ method }) => method)).toEqual(["sendMessage", "editMessageText"]);
  expect(new Set(await desk.states())).toEqual(new Set(["sent"]));
});

test("only the newest state of a card is sent; other cards and other chats are independent", async () => {
  await desk.put(
    { cardKey, params: { text: "old" } },
    { cardKey: "other", params: { text: "other card" } },
    { cardKey, chatId: "1000001", params: { text: "other chat" } },
  );
  await desk.put({ cardKey, params: { text: "older" } }, { cardKey, params: { text: "new" } });
  await desk.deliverer.drainOnce();
  expect(desk.telegram.texts().toSorted()).toEqual(["new", "other card", "other chat"]);
  expect(await desk.states()).toEqual(["superseded", "sent", "sent", "sent"]);
});

test("a superseded state passes its ring and priority to the newer one", async () => {
  await send("first");
  await desk.put({ cardKey, params: { text: "must ring" }, ring: "always", priority: "critical" });
  await send("newest", { ring: "never" });
  expect(told().slice(1)).toEqual([
    { method: "sendMessage", chat_id: 1_000_004, text: "newest" },
    { method: "deleteMessage", chat_id: 1_000_004, message_id: 101 },
  ]);
  const [row] = await desk.db.sql`select priority from deliveries order by id desc limit 1`;
  expect(row?.["priority"]).toBe(1);
});

test("a card with ring `never` is sent silently if it has to be sent", async () => {
  await send("quiet", { ring: "never" });
  expect(told()[0]).toEqual({
    method: "sendMessage",
    chat_id: 1_000_004,
    text: "quiet",
    disable_notification: true,
  });
});

test("an edit that changes nothing counts as done", async () => {
  await send("same");
  const description = "Bad Request: message is not modified: specified new message content is the same";
  desk.telegram.next(new TelegramError({ method: "editMessageText", code: 400, description }));
  await send("same");
  expect(await desk.states()).toEqual(["sent", "sent"]);
});

test("a card whose message the user deleted is sent again silently and edited from then on", async () => {
  await send("one");
  const description = "Bad Request: message to edit not found";
  desk.telegram.next(new TelegramError({ method: "editMessageText", code: 400, description }));
  await send("two");
  await send("three");
  expect(told().slice(2)).toEqual([
    { method: "sendMessage", chat_id: 1_000_004, text: "two", disable_notification: true },
    { method: "editMessageText", chat_id: 1_000_004, message_id: 102, text: "three" },
  ]);
});

test("an old message that cannot be deleted does not fail the card", async () => {
  await send("one");
  const description = "Bad Request: message can't be deleted for everyone";
  desk.telegram.next(
    () => ({ message_id: 900 }),
    new TelegramError({ method: "deleteMessage", code: 400, description }),
  );
  await send("two", { ring: "always" });
  await send("three");
  expect(desk.warnings).toEqual(["the former message of a card stays"]);
  expect(told().at(-1)).toMatchObject({ method: "editMessageText", message_id: 900, text: "three" });
});
