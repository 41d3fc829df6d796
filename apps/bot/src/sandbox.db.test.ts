import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestWorld, type World } from "@stsphera/core/testing";
import { type MessageView, type RunningSandbox, startSandbox } from "@stsphera/sandbox";
import { createBotApi, type User } from "@stsphera/telegram";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createIngest, type Ingest } from "./ingest/create-ingest.ts";
import { startPolling } from "./ingest/polling.ts";
import { introduce } from "./introduce.ts";

const TOKEN = "7000000001:AAStsphera-test-vector-token-000000";
const FOREMAN = 1_000_011;
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let world: World;
let sandbox: RunningSandbox;
let ingest: Ingest;
let stopPolling: () => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), "stsphera-bot-"));
const trouble: unknown[] = [];

beforeAll(async () => {
  world = await createTestWorld();
  await world.createTestObject({ team: ["construction_itr"] });
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
  const me = await api.call<User>("getMe");
  const services = {
    db,
    publicUrl: "http://localhost:3000",
    webApps: true,
    adminTelegramIds: new Set<string>(),
    support: null,
    botUsername: "stsphera_bot",
    warn,
  };
  ingest = createIngest({ db, api, me, now: () => world.now, services, warn });
  ingest.worker.start();
  await introduce({ api, mode: "polling", publicUrl: services.publicUrl, secret: "s" });
  stopPolling = startPolling({ sql: db.sql, api, receive: ingest.receive, warn, waitSeconds: 1 });
});

afterAll(async () => {
  await stopPolling();
  await ingest.stop();
  await sandbox.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function control<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${sandbox.url}/sandbox${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const say = (content: object) => control(`/chats/${FOREMAN}/messages`, { from: FOREMAN, ...content });

async function newest(matching: (message: MessageView) => boolean): Promise<MessageView> {
  return vi.waitFor(
    async () => {
      const messages = await control<MessageView[]>(`/chats/${FOREMAN}/messages`);
      const found = messages.findLast((message) => message.deleted !== true && matching(message));
      if (found === undefined) throw new Error(JSON.stringify(messages.at(-1)));
      return found;
    },
    { timeout: 10_000, interval: 30 },
  );
}

async function press(caption: string): Promise<void> {
  const has = ({ text }: { text: string }) => text.startsWith(caption);
  const message = await newest(({ inlineKeyboard }) => inlineKeyboard.flat().some(has));
  const data = message.inlineKeyboard.flat().find(has)?.callbackData;
  await control(`/chats/${FOREMAN}/callbacks`, { from: FOREMAN, messageId: message.messageId, data });
}

test("a foreman's entry with an album of three photos works with a strict Telegram", async () => {
  await control("/faults", { kind: "duplicateUpdates", rate: 1 });
  await say({ text: "/start" });
  await press("Внести факт");
  await press("Модули · Юг 1 ");
  await press("По плану");
  await say({ photos: [PIXEL, PIXEL, PIXEL] });
  await newest(({ text }) => text?.includes("Фото  3") === true);
  await press("Записать");
  const saved = await newest(({ text }) => text?.includes("✅ Записано") === true);
  expect(saved.text).toContain("Фото  3");
  await press("Отменить · 10 мин");
  await newest(({ text }) => text?.includes("↩️ Отменено") === true);
  const [facts] = await world.db.read<{ n: number; photos: number }>(
    "select count(*)::int as n, (select count(*)::int from attachments where entity_type = 'fact') as photos from daily_plan_fact",
    [],
  );
  expect(facts).toEqual({ n: 2, photos: 3 });
  const failed = await world.db.read(
    "select method, params, error from deliveries where status = 'failed'",
    [],
  );
  expect(failed).toEqual([]);
  expect(trouble).toEqual([]);
});

test("the command list and the menu button are set in the user's chat", async () => {
  const calls = await control<{ method: string; ok?: boolean }[]>("/calls");
  const methods = new Set(calls.map(({ method }) => method));
  expect([...methods]).toEqual(
    expect.arrayContaining(["setMyCommands", "setChatMenuButton", "answerCallbackQuery"]),
  );
});
