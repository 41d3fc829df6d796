import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChatCode } from "@stsphera/core";
import { createTestWorld, type TestObject, type World } from "@stsphera/core/testing";
import { type MessageView, type RunningSandbox, startSandbox } from "@stsphera/sandbox";
import { createBotApi, type User } from "@stsphera/telegram";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createIngest, type Ingest } from "../../ingest/create-ingest.ts";
import { startPolling } from "../../ingest/polling.ts";

const TOKEN = "7000000001:AAStsphera-test-vector-token-000000";
const [MANAGER, FOREMAN, STRANGER] = [1_000_004, 1_000_011, 1_000_099];
const SOON = { timeout: 10_000, interval: 30 };

let world: World;
let object: TestObject;
let sandbox: RunningSandbox;
let ingest: Ingest;
let stopPolling: () => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), "stsphera-groups-"));
const trouble: unknown[] = [];
/** The bot's clock; the sandbox has the real one. */
const clock = { now: (): Date => world.now };

beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject({ team: ["construction_itr", "project_manager"], volumes: [] });
  sandbox = await startSandbox({
    dataDir: folder,
    botToken: TOKEN,
    botUsername: "stsphera_bot",
    appShortName: "app",
    miniAppUrl: "http://localhost:3000/",
    s3: { bucket: "stsphera-test", accessKey: "sandbox-access", secretKey: "sandbox-secret-key" },
    limits: false,
    onError: (error) => trouble.push(error),
  });
  const api = createBotApi({ token: TOKEN, root: sandbox.url });
  const { db } = world;
  const warn = (message: string, error: unknown): void => void trouble.push(message, error);
  const services = {
    db,
    publicUrl: "http://localhost:3000",
    webApps: true,
    adminTelegramIds: new Set<string>(),
    support: null,
    botUsername: "stsphera_bot",
    warn,
  };
  const me = await api.call<User>("getMe");
  ingest = createIngest({ db, api, me, now: () => clock.now(), services, warn });
  ingest.worker.start();
  stopPolling = startPolling({ sql: db.sql, api, receive: ingest.receive, warn, waitSeconds: 1 });
});
afterAll(async () => {
  await stopPolling();
  await ingest.stop();
  await sandbox.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
  expect(trouble).toEqual([]);
});

async function control<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${sandbox.url}/sandbox${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const group = async (more: object = {}): Promise<number> => {
  const asked = { title: "Площадка", members: [MANAGER, FOREMAN, STRANGER], ...more };
  return (await control<{ id: number }>("/groups", asked)).id;
};
const say = (chatId: number, text: string, more: object = {}) =>
  control(`/chats/${chatId}/messages`, { from: MANAGER, text, ...more });
const fromBot = async (chatId: number): Promise<MessageView[]> =>
  (await control<MessageView[]>(`/chats/${chatId}/messages`)).filter(({ from, service }) =>
    service === undefined ? from === 7_000_000_001 : false,
  );
const heard = (chatId: number, text: string): Promise<MessageView> =>
  vi.waitFor(async () => {
    const found = (await fromBot(chatId)).findLast((message) => message.text?.includes(text) === true);
    if (found === undefined) throw new Error(`${text} is not in ${JSON.stringify(await fromBot(chatId))}`);
    return found;
  }, SOON);
const press = async (chatId: number, { messageId, inlineKeyboard }: MessageView, from = MANAGER) =>
  control<{ text?: string }>(`/chats/${chatId}/callbacks`, {
    from,
    messageId,
    data: inlineKeyboard.flat()[0]?.callbackData,
  });
const links = () =>
  world.db.sql<{ chatId: string; threadId: number | null; topic: string | null }[]>`
    select chat_id::text as "chatId", thread_id as "threadId", topic from object_chats
    where ended_at is null order by id`;
async function code(words: string): Promise<void> {
  const codeHash = createHash("sha256").update(words).digest("hex");
  await createChatCode.run(world.ctx(await world.as("project_manager")), { objectId: object.id, codeHash });
}

test("a group is linked by its administrator, moves, is spoken to and unlinked; others can do none of it", async () => {
  const id = await group();
  await say(id, "/link", { from: FOREMAN });
  await heard(id, "Привязать может РП объекта, если он администратор этого чата.");
  await say(id, "/link");
  const asked = await heard(id, "Какой объект ведём в этом чате?");
  expect(asked.inlineKeyboard.flat().every(({ webApp }) => webApp === undefined)).toBe(true);
  expect(await press(id, asked, FOREMAN)).toMatchObject({ text: expect.stringContaining("РП объекта") });
  expect(await links()).toEqual([]);
  await press(id, asked);
  await heard(id, "🔗 Чат привязан");
  expect(await links()).toMatchObject([{ chatId: String(id), threadId: null }]);
  await say(id, "/link");
  await heard(id, "Чат уже привязан");

  const { id: moved } = await control<{ id: number }>(`/groups/${id}/migrate`, {});
  await vi.waitFor(async () => expect(await links()).toMatchObject([{ chatId: String(moved) }]), SOON);
  await say(moved, "всем привет", { from: FOREMAN });
  await say(moved, "/tasks", { from: FOREMAN });
  await say(moved, "@stsphera_bot что там?", { from: FOREMAN });
  const here = await heard(moved, "Это работает в личном чате.");
  expect(here.inlineKeyboard.flat()).toEqual([{ text: "Открыть бот", url: "https://t.me/stsphera_bot" }]);
  await say(moved, "/chatinfo", { from: STRANGER });
  expect((await heard(moved, "Привязан")).text).toContain("Дёмин");
  expect(await fromBot(moved)).toHaveLength(2);
  await say(moved, "/unlink", { from: FOREMAN });
  await heard(moved, "Отвязать может РП объекта.");
  await say(moved, "/unlink");
  await heard(moved, "🔗 Чат отвязан.");
  expect(await links()).toEqual([]);
});

test("an anonymous administrator links a topic by a code; a removed bot ends it", async () => {
  const id = await group({ forum: true });
  const { id: threadId } = await control<{ id: number }>(`/groups/${id}/topics`, {
    name: "Смены",
    by: MANAGER,
  });
  await code("K7MP4QXD");
  await say(id, "/link", { anonymous: true, threadId });
  expect((await heard(id, "Кто пишет от имени чата, не видно.")).threadId).toBe(threadId);
  await say(id, "/link AAAA-2222", { anonymous: true, threadId });
  await heard(id, "Код не подходит.");
  await say(id, "/link k7mp-4qxd", { anonymous: true, threadId });
  await heard(id, "🔗 Чат привязан");
  expect(await links()).toEqual([{ chatId: String(id), threadId, topic: "Смены" }]);
  await control(`/groups/${id}/bot`, { in: false, by: MANAGER });
  await vi.waitFor(async () => expect(await links()).toEqual([]), SOON);
});

test("the button «add to a group» links by the code that it carries; /link in private makes such a code", async () => {
  await say(MANAGER, "/link");
  const given = await heard(MANAGER, "Код для чата");
  const url = given.inlineKeyboard.flat()[0]?.url ?? "";
  expect(url).toMatch(/^https:\/\/t\.me\/stsphera_bot\?startgroup=[2-9A-Z]{8}$/);
  const id = await group();
  await say(id, `/start@stsphera_bot ${url.split("=").at(-1)}`, { from: FOREMAN });
  await heard(id, "🔗 Чат привязан");
  const [kept] = await world.db.sql<{ secrets: number }[]>`
    select count(*)::int as secrets from deliveries where params::text like ${`%${url.split("=").at(-1)}%`}`;
  expect(kept).toEqual({ secrets: 0 });
});

test("a list of /link that was used, or is too old, links no more", async () => {
  clock.now = () => new Date();
  try {
    const id = await group({ title: "Вторая" });
    await say(id, "/link");
    const first = await heard(id, "Какой объект ведём");
    await say(id, "/link");
    const second = await vi.waitFor(async () => {
      const lists = (await fromBot(id)).filter(({ text }) => text?.includes("Какой объект ведём") === true);
      if (lists.length < 2) throw new Error("one list");
      return lists.at(-1) ?? first;
    }, SOON);
    await press(id, second);
    await heard(id, "🔗 Чат привязан");
    await say(id, "/unlink");
    await heard(id, "🔗 Чат отвязан.");
    await press(id, first);
    await heard(id, "Этот список устарел.");
    expect((await links()).filter(({ chatId }) => chatId === String(id))).toEqual([]);

    await say(id, "/link");
    const third = await vi.waitFor(async () => {
      const list = (await fromBot(id)).findLast(({ text }) => text?.includes("Какой объект ведём") === true);
      if (list === undefined || list.messageId <= second.messageId) throw new Error("no new list");
      return list;
    }, SOON);
    clock.now = () => new Date(Date.now() + 16 * 60_000);
    await press(id, third);
    await vi.waitFor(async () => {
      const old = (await fromBot(id)).filter(({ text }) => text?.includes("Этот список устарел.") === true);
      expect(old).toHaveLength(2);
    }, SOON);
    expect((await links()).filter(({ chatId }) => chatId === String(id))).toEqual([]);
  } finally {
    clock.now = () => world.now;
  }
});

test("outside of topics /chatinfo names the topics that are linked; a bot that is back says that the link has ended", async () => {
  const id = await group({ forum: true, title: "Форум" });
  const topic = await control<{ id: number }>(`/groups/${id}/topics`, { name: "Юг", by: MANAGER });
  await say(id, "/link", { threadId: topic.id });
  await press(id, await heard(id, "Какой объект ведём"));
  await heard(id, "🔗 Чат привязан");
  await say(id, "/chatinfo", { from: STRANGER });
  const info = await heard(id, "Привязаны темы этого чата");
  expect(info.text).toContain("Юг  СПК Блок Б");
  expect(info.threadId ?? null).toBeNull();

  await control(`/groups/${id}/bot`, { in: false, by: MANAGER });
  await vi.waitFor(async () => {
    expect((await links()).filter(({ chatId }) => chatId === String(id))).toEqual([]);
  }, SOON);
  await control(`/groups/${id}/bot`, { in: true, by: STRANGER });
  expect((await heard(id, "Бот снова в чате")).text).not.toContain("СПК");
  await say(id, "/chatinfo");
  await heard(id, "Чат не привязан к объекту.");
});
