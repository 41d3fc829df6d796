import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const foreman = 1000011;
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeEach(async () => {
  sandbox = await startTestSandbox();
});

afterEach(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

const texts = (updates: { message?: { text?: string } }[]) => updates.map(({ message }) => message?.text);

describe("getUpdates", () => {
  it("repeats updates until an offset confirms them", async () => {
    await sandbox.control.say(foreman, { text: "/fact" });
    await sandbox.control.say(foreman, { text: "10" });
    const [first, second] = await sandbox.bot.updates();
    expect(first?.message).toMatchObject({
      text: "/fact",
      entities: [{ type: "bot_command", offset: 0, length: 5 }],
      from: { id: foreman, first_name: "Сергей", is_bot: false },
      chat: { id: foreman, type: "private" },
    });
    expect(second?.update_id).toBe((first?.update_id ?? 0) + 1);
    expect(texts(await sandbox.bot.updates())).toEqual(["/fact", "10"]);
    expect(texts(await sandbox.bot.updates(second?.update_id))).toEqual(["10"]);
    expect(texts(await sandbox.bot.updates(-1))).toEqual(["10"]);
    expect(await sandbox.bot.updates((second?.update_id ?? 0) + 1)).toEqual([]);
  });

  it("answers a long poll as soon as a message is sent", async () => {
    const poll = sandbox.bot.updates(0, 30);
    await sandbox.control.say(foreman, { text: "привет" });
    expect(texts(await poll)).toEqual(["привет"]);
  });

  it("ends the older of two pollers with 409", async () => {
    const older = sandbox.bot.call("getUpdates", { timeout: 30 });
    await vi.waitUntil(async () => {
      const newer = await sandbox.bot.call("getUpdates", { timeout: 0 });
      return newer.ok;
    });
    const gone = new AbortController();
    const newer = sandbox.bot
      .call("getUpdates", { timeout: 30 }, gone.signal)
      .catch((error: Error) => error.name);
    expect(await older).toMatchObject({
      status: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    gone.abort();
    expect(await newer).toBe("AbortError");
  });

  it("delivers only the allowed types", async () => {
    await sandbox.bot.result("getUpdates", { allowed_updates: ["callback_query"] });
    await sandbox.control.say(foreman, { text: "не видно" });
    expect(await sandbox.bot.updates()).toEqual([]);
    await sandbox.bot.result("getUpdates", { allowed_updates: [] });
    await sandbox.control.say(foreman, { text: "видно" });
    expect(texts(await sandbox.bot.updates())).toEqual(["видно"]);
  });

  it("duplicates and reorders updates when configured", async () => {
    await sandbox.control.say(foreman, { text: "1" });
    await sandbox.control.say(foreman, { text: "2" });
    await sandbox.control.post("/faults", { kind: "duplicateUpdates" });
    expect(texts(await sandbox.bot.updates())).toEqual(["1", "1", "2", "2"]);
    await sandbox.control.post("/faults", { kind: "reorderUpdates" });
    expect(texts(await sandbox.bot.updates())).toEqual(["2", "1"]);
    expect(texts(await sandbox.bot.updates())).toEqual(["1", "2"]);
  });
});

describe("the webhook", () => {
  it("posts updates with the secret, in order, and repeats after a failure", async () => {
    const seen: { secret: unknown; text: string | undefined; answered: number }[] = [];
    const server = createServer((request, response) => {
      const answer = async () => {
        const update = await readJson(request);
        const answered = seen.length === 0 ? 500 : 200;
        const secret = request.headers["x-telegram-bot-api-secret-token"];
        seen.push({ secret, text: update.message?.text, answered });
        response.writeHead(answered).end();
      };
      void answer();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    await sandbox.bot.result("setWebhook", { url, secret_token: "s3cret" });
    await sandbox.control.say(foreman, { text: "раз" });
    await sandbox.control.say(foreman, { text: "два" });
    await vi.waitUntil(() => seen.length === 3, { timeout: 10_000 });
    expect(seen).toEqual([
      { secret: "s3cret", text: "раз", answered: 500 },
      { secret: "s3cret", text: "раз", answered: 200 },
      { secret: "s3cret", text: "два", answered: 200 },
    ]);
    expect(await sandbox.bot.call("getUpdates")).toMatchObject({ status: 409 });
    await sandbox.bot.result("deleteWebhook");
    expect(await sandbox.bot.updates()).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });

  it("refuses plain http to another machine and an invalid secret", async () => {
    expect(await sandbox.bot.call("setWebhook", { url: "http://example.com/" })).toMatchObject({
      status: 400,
    });
    expect(
      await sandbox.bot.call("setWebhook", { url: "https://example.com/", secret_token: "про" }),
    ).toMatchObject({
      description: "Bad Request: secret token contains unallowed characters",
    });
    // The webhook was not set, so updates can still be polled.
    expect(await sandbox.bot.updates()).toEqual([]);
  });
});

describe("a restart", () => {
  it("keeps chats, updates and numbering", async () => {
    await sandbox.control.say(foreman, { text: "до" });
    const [before] = await sandbox.bot.updates();
    await sandbox.close();
    const after = await startTestSandbox({ dataDir: sandbox.dataDir });
    const [message] = await after.control.say(foreman, { text: "после" });
    const updates = await after.bot.updates();
    expect(texts(updates)).toEqual(["до", "после"]);
    expect(updates[1]?.update_id).toBe((before?.update_id ?? 0) + 1);
    expect(message).toBe((before?.message?.message_id ?? 0) + 1);
    expect((await after.control.messages(foreman)).map(({ text }) => text)).toEqual(["до", "после"]);
    await after.close();
  });
});

type Wire = { message?: { text?: string } };

async function readJson(request: IncomingMessage): Promise<Wire> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString()) as Wire;
}
