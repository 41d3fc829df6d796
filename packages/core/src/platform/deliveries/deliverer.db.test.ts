import { TelegramError, TelegramUnreachable } from "@stsphera/telegram";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDeliverer } from "./deliverer.ts";
import { type Desk, NOW, openDesk } from "./testing/delivery-desk.ts";

let desk: Desk;
const chatId = "1000004";

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const refused = (code: number, description: string, retryAfter?: number) =>
  new TelegramError({ method: "sendMessage", code, description, retryAfter });
const away = (reason: "network" | "timeout" = "network") =>
  new TelegramUnreachable({ method: "sendMessage", reason, maybeApplied: false });

describe("order", () => {
  test("a reply goes before a digest, and within a priority the older message first", async () => {
    await desk.put(
      { params: { text: "digest" }, priority: "digest" },
      { params: { text: "first" } },
      { params: { text: "second" } },
    );
    await desk.put({ params: { callback_query_id: "1" }, method: "answerCallbackQuery", priority: "reply" });
    await desk.deliverer.drainChat(chatId);
    expect(desk.telegram.texts().slice(1)).toEqual(["first", "second", "digest"]);
    expect(desk.telegram.calls[0]?.method).toBe("answerCallbackQuery");
  });

  test("a dedupe key is queued once", async () => {
    expect(await desk.put({ dedupeKey: "outbox:7:3" })).toBe(1);
    expect(await desk.put({ dedupeKey: "outbox:7:3" })).toBe(0);
    await desk.deliverer.drainChat(chatId);
    expect(desk.telegram.calls).toHaveLength(1);
  });

  test("a message scheduled for later is not sent now and does not block others", async () => {
    await desk.put(
      { params: { text: "later" }, notBefore: new Date(NOW.getTime() + 60_000) },
      { params: { text: "now" } },
    );
    await desk.deliverer.drainChat(chatId);
    expect(desk.telegram.texts()).toEqual(["now"]);
  });

  test("a long queue of a group goes before what came with it, but not before what has waited longer", async () => {
    const group = "-100500";
    await desk.put({ chatId: "11" }, ...Array.from({ length: 6 }, () => ({ chatId: group })), {
      chatId: "12",
    });
    await desk.db
      .sql`update deliveries set created_at = created_at - interval '31 seconds' where chat_id = 12`;
    expect(await desk.deliverer.dueChats(10)).toEqual(["12", group, "11"]);
    await desk.put({ chatId: "13", priority: "reply" });
    expect((await desk.deliverer.dueChats(10))[0]).toBe("13");
  });

  test("parallel deliverers send each message once, one at a time per chat", async () => {
    const chats = ["11", "12", "13", "14"];
    await desk.put(
      ...chats.flatMap((chat) => [1, 2, 3].map((n) => ({ chatId: chat, params: { text: `${n}` } }))),
    );
    let inFlight: unknown[] = [];
    const api: typeof desk.telegram.api = {
      ...desk.telegram.api,
      call: async (method, params) => {
        const chat = params?.["chat_id"];
        expect(inFlight).not.toContain(chat);
        inFlight.push(chat);
        await new Promise((resolve) => setImmediate(resolve));
        const answer = await desk.telegram.api.call(method, params);
        inFlight = inFlight.filter((other) => other !== chat);
        return answer as never;
      },
    };
    const warn = () => undefined;
    const deliverers = [1, 2, 3].map(() =>
      createDeliverer({ db: desk.db, api, now: () => NOW, publicUrl: "https://sts.example", warn }),
    );
    const work = () => Promise.all(deliverers.map((deliverer) => deliverer.drainOnce()));
    while ((await desk.states()).includes("queued")) {
      await work();
      await desk.restOver();
    }
    expect(desk.telegram.calls).toHaveLength(12);
    for (const chat of chats) {
      const texts = desk.telegram.calls.filter((call) => call.params["chat_id"] === Number(chat));
      expect(texts.map((call) => call.params["text"])).toEqual(["1", "2", "3"]);
    }
  });
});

describe("failures", () => {
  test("after a 429 the chat pauses for the time Telegram asks, then the message is sent", async () => {
    await desk.put({});
    desk.telegram.next(refused(429, "Too Many Requests: retry after 7", 7));
    const { waitMs } = await desk.deliverer.drainChat(chatId);
    expect(waitMs).toBeGreaterThanOrEqual(7_000);
    expect(await desk.deliverer.dueChats(10)).toEqual([]);
    const again = await desk.deliverer.drainChat(chatId);
    expect(again.settled).toBe(0);
    expect(again.waitMs).toBeGreaterThan(5_000);
    await desk.restOver();
    await desk.deliverer.drainOnce();
    expect(await desk.states()).toEqual(["sent"]);
  });

  test("while Telegram is unavailable nothing is lost, and retry delays grow", async () => {
    await desk.put({ params: { text: "one" } }, { params: { text: "two" } });
    const waits: number[] = [];
    desk.telegram.next(away(), away("timeout"), away(), away());
    for (let round = 0; round < 4; round += 1) {
      waits.push((await desk.deliverer.drainChat(chatId)).waitMs ?? 0);
      await desk.restOver();
    }
    expect(waits.map((wait, at) => wait >= 250 * 2 ** at && wait <= 500 * 2 ** at)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    await desk.deliverer.drainChat(chatId);
    expect(await desk.states()).toEqual(["sent", "sent"]);
    expect(desk.telegram.texts()).toEqual(["one", "one", "one", "one", "one", "two"]);
  });

  test("a message that Telegram rejects is marked as failed with the error, and the next is sent", async () => {
    await desk.put({}, {});
    desk.telegram.next(refused(400, "Bad Request: can't parse entities"));
    await desk.deliverer.drainChat(chatId);
    expect(await desk.states()).toEqual(["failed: Bad Request: can't parse entities", "sent"]);
  });

  test.each([
    [403, "Forbidden: bot was blocked by the user"],
    [400, "Bad Request: chat not found"],
  ])(
    "a user whom %s says the bot cannot write to is told of once, until reached again",
    async (code, description) => {
      const [person] = await desk.db.sql<{ id: number }[]>`
      insert into users (telegram_id, full_name, role, status, created_at)
      values (${chatId}, 'Максим Дёмин', 'supply', 'active', ${NOW}) returning id`;
      const userId = person?.id ?? 0;
      const unreachable = async () =>
        (await desk.db.sql`select from users where id = ${userId} and unreachable_at is not null`).length;
      const told = async () =>
        (await desk.db.sql`select from outbox where type = 'user.unreachable' and entity_id = ${userId}`)
          .length;
      await desk.put({ userId }, { userId });
      desk.telegram.next(refused(code, description), refused(code, description));
      await desk.deliverer.drainChat(chatId);
      expect(await desk.states()).toEqual([`failed: ${description}`, `failed: ${description}`]);
      expect([await unreachable(), await told()]).toEqual([1, 1]);
      await desk.put({ userId });
      await desk.deliverer.drainChat(chatId);
      expect([await unreachable(), await told()]).toEqual([0, 1]);
      await desk.put({ userId });
      await desk.restOver();
      desk.telegram.next(refused(code, description));
      await desk.deliverer.drainChat(chatId);
      expect([await unreachable(), await told()]).toEqual([1, 2]);
    },
  );

  test("a chat that is not found is no fault of a user when the message was for a group", async () => {
    await desk.put({ chatId: "-500" });
    desk.telegram.next(refused(400, "Bad Request: chat not found"));
    await desk.deliverer.drainChat("-500");
    expect(await desk.states()).toEqual(["failed: Bad Request: chat not found"]);
    expect((await desk.db.sql`select from outbox where type = 'user.unreachable'`).length).toBe(0);
  });

  test("a message left in flight by a killed process is sent after its lease", async () => {
    await desk.put({});
    await desk.db.sql`update deliveries set status = 'sending', attempts = 1, claimed_at = clock_timestamp()`;
    await desk.put({});
    expect(await desk.deliverer.reclaim()).toBe(0);
    expect((await desk.deliverer.drainChat(chatId)).settled).toBe(0);
    await desk.db.sql`
      update deliveries set claimed_at = claimed_at - interval '31 seconds' where status = 'sending'`;
    expect(await desk.deliverer.reclaim()).toBe(1);
    await desk.deliverer.drainChat(chatId);
    expect(await desk.states()).toEqual(["sent", "sent"]);
  });
});

describe("limits", () => {
  test("three at once to a chat, then it pauses; button presses are answered all the same", async () => {
    await desk.put({}, {}, {}, {});
    const first = await desk.deliverer.drainChat(chatId);
    expect(first.settled).toBe(3);
    expect(first.waitMs).toBeGreaterThan(0);
    expect(first.waitMs).toBeLessThanOrEqual(1_200);
    await desk.put({ method: "answerCallbackQuery", params: { callback_query_id: "5" }, priority: "reply" });
    expect((await desk.deliverer.drainChat(chatId)).settled).toBe(1);
    expect(desk.telegram.calls.at(-1)?.method).toBe("answerCallbackQuery");
  });

  test("the overall limit is shared by all processes", async () => {
    const chats = Array.from({ length: 40 }, (_, at) => `${2_000_000 + at}`);
    await desk.put(...chats.map((chat) => ({ chatId: chat })));
    await desk.db
      .sql`insert into telegram_limits (scope, tokens, refilled_at) values ('overall', 2, clock_timestamp() + interval '1 hour')`;
    const other = createDeliverer({
      db: desk.db,
      api: desk.telegram.api,
      now: () => NOW,
      publicUrl: "https://sts.example",
      warn: () => undefined,
    });
    const began = performance.now();
    await Promise.all([desk.deliverer.drainOnce(), other.drainOnce()]);
    const refilled = Math.ceil(((performance.now() - began) / 1000) * 27.6);
    expect(desk.telegram.calls.length).toBeGreaterThanOrEqual(2);
    expect(desk.telegram.calls.length).toBeLessThanOrEqual(2 + refilled);
    expect(desk.telegram.calls.length).toBeLessThan(chats.length);
  });

  test("a group that became a supergroup while a reply waited gets it there, and its queue moves with it", async () => {
    await desk.put(
      { chatId: "-500", params: { text: "first" } },
      { chatId: "-500", params: { text: "second" } },
    );
    await desk.put({ chatId: "-500", params: { text: "card" }, cardKey: "task:1" });
    await desk.db.sql`
      insert into chat_cards (chat_id, card_key, message_id, updated_at) values (-500, 'task:1', 7, ${NOW})`;
    await desk.db.sql`
      insert into bot_dialogues (chat_id, user_id, state, updated_at) values (-500, 1000004, '{"a": 1}', ${NOW})`;
    const moved = new TelegramError({
      method: "sendMessage",
      code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      migrateToChatId: -100_500,
    });
    desk.telegram.next(refused(429, "Too Many Requests", 1), moved);
    await desk.deliverer.drainChat("-500");
    await desk.restOver();
    await desk.deliverer.drainChat("-500");
    await desk.deliverer.drainChat("-100500");
    const there = desk.telegram.calls.filter(({ params }) => params["chat_id"] === -100_500);
    expect(there.map(({ params }) => params["text"])).toEqual(["first", "second", "card"]);
    const left = await desk.db.sql`
      select 'd' from deliveries where status <> 'sent' union all select 'c' from chat_cards where chat_id = -500`;
    expect(left).toHaveLength(0);
    const [dialogue] = await desk.db.sql`select chat_id::text as chat from bot_dialogues`;
    expect(dialogue).toEqual({ chat: "-100500" });
  });

  test("a group is limited by the bucket of groups, even if its own chat bucket has room", async () => {
    await desk.put(...Array.from({ length: 8 }, () => ({ chatId: "-100500" })));
    for (let round = 0; round < 4; round += 1) {
      await desk.deliverer.drainChat("-100500");
      await desk.db.sql`delete from telegram_limits where scope = 'chat:-100500'`;
    }
    expect(desk.telegram.calls).toHaveLength(5);
  });
});
