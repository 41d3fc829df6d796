import { type EnterFactInput } from "@stsphera/contracts";
import { enterFact } from "@stsphera/core";
import { enqueueDeliveries } from "@stsphera/core/deliveries";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSite, type Site } from "./testing/site.ts";

let site: Site;
let object: TestObject;

const MANAGER = 1_000_004;
const SOON = { timeout: 10_000, interval: 50 };
const TODAY = "2026-09-08";

beforeEach(async () => {
  site = await openSite();
  object = await site.world.createTestObject();
  await site.world.db.sql`update outbox set relayed_at = created_at`;
});
afterEach(() => site.close());

const enter = async (more: Partial<EnterFactInput> = {}) =>
  enterFact.run(site.world.ctx(await site.world.as("construction_itr")), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: TODAY,
    quantity: "10",
    ...more,
  });
const cards = () => site.chat.fromBot(MANAGER);
const put = (count: number, chatId = MANAGER) =>
  enqueueDeliveries(
    site.world.db.orm,
    Array.from({ length: count }, (_, at) => ({
      dedupeKey: `test:${chatId}:${at}`,
      chatId: String(chatId),
      method: "sendMessage",
      params: { text: `${at}` },
      priority: "normal" as const,
    })),
    site.world.now,
  );

test("an entry reaches the РП's chat, and later ones edit the same message", async () => {
  await site.start();
  await enter();
  await vi.waitFor(async () => expect(await cards()).toHaveLength(1), SOON);
  const [first] = await cards();
  expect(first?.text).toContain("Модули  10");
  expect(first?.inlineKeyboard[0]?.[0]).toMatchObject({
    text: "Открыть",
    webApp: `http://localhost:3000/?startapp=o${object.id}_fact_20260908`,
  });
  await enter({ floorVolumeId: object.cell("Запад", "1", "МОД"), quantity: "6" });
  await vi.waitFor(async () => expect((await cards())[0]?.text).toContain("Модули  16"), SOON);
  expect(await cards()).toHaveLength(1);
});

test("nothing is lost or duplicated while Telegram is away (regression 25)", async () => {
  await site.chat.order("/faults", { kind: "down" });
  await site.start();
  await enter();
  await put(2, 1_000_001);
  await vi.waitFor(async () => expect(await site.chat.calls("sendMessage")).toBeGreaterThan(2), SOON);
  expect(await cards()).toEqual([]);
  await site.chat.clearFaults();
  await vi.waitFor(async () => {
    expect(await cards()).toHaveLength(1);
    expect((await site.chat.fromBot(1_000_001)).map((message) => message.text)).toEqual(["0", "1"]);
  }, SOON);
});

test.each([
  { kind: "429", retryAfter: 1 },
  { kind: "500" },
  { kind: "html502" },
  { kind: "reset" },
  { kind: "timeoutBefore", seconds: 3 },
])("a fault of kind $kind delays a message and loses none", async (fault) => {
  await site.chat.order("/faults", { ...fault, method: "sendMessage", count: 1 });
  await put(2);
  await site.start();
  await vi.waitFor(async () => {
    expect((await cards()).map((message) => message.text)).toEqual(["0", "1"]);
  }, SOON);
});

test("two schedulers send nothing twice, keep the order and Telegram's limits (regression 33)", async () => {
  await Promise.all([site.start(), site.start()]);
  const chats = [1_000_001, 1_000_002, 1_000_003, MANAGER];
  await Promise.all(chats.map((chatId) => put(5, chatId)));
  await enter();
  const standing = async () => Promise.all(chats.map((chatId) => site.chat.fromBot(chatId)));
  await vi.waitFor(async () => expect((await standing()).flat()).toHaveLength(21), SOON);
  for (const messages of await standing()) {
    const numbered = messages.map((message) => message.text ?? "").filter((text) => /^\d$/.test(text));
    expect(numbered).toEqual(["0", "1", "2", "3", "4"]);
  }
  const [refused] = await site.world.db.sql`select from deliveries where error like 'Too Many%'`;
  expect(refused).toBeUndefined();
});

test("a user who blocked the bot is marked; their messages fail, those of others go on", async () => {
  await site.chat.order(`/people/${MANAGER}/block`);
  await site.start();
  await enter();
  await put(1, 1_000_001);
  await vi.waitFor(async () => {
    const rows = await site.world.db
      .sql`select from users where telegram_id = ${MANAGER} and unreachable_at is not null`;
    expect(rows).toHaveLength(1);
    expect(await site.chat.fromBot(1_000_001)).toHaveLength(1);
  }, SOON);
});

test("a scheduler stopped in the middle leaves the rest to the next", async () => {
  await site.chat.order("/faults", { kind: "timeoutBefore", seconds: 30, method: "sendMessage", count: 1 });
  await put(3);
  const first = await site.start();
  await vi.waitFor(async () => {
    const rows = await site.world.db.sql`select from deliveries where status = 'sending'`;
    expect(rows).toHaveLength(1);
  }, SOON);
  await first.stop(0);
  expect(await cards()).toEqual([]);
  await site.start();
  await vi.waitFor(async () => {
    expect((await cards()).map((message) => message.text)).toEqual(["0", "1", "2"]);
  }, SOON);
});
