import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRecord } from "./calls.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const manager = 1000004;
const message = { chat_id: manager, text: "Карточка дня" };
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeEach(async () => {
  sandbox = await startTestSandbox();
});

afterEach(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

const count = async () => (await sandbox.control.messages(manager)).length;

describe("faults", () => {
  it("answers 429 the given number of times and executes nothing", async () => {
    await sandbox.control.post("/faults", { kind: "429", method: "sendMessage", count: 2, retryAfter: 7 });
    const refused = {
      status: 429,
      description: "Too Many Requests: retry after 7",
      parameters: { retry_after: 7 },
    };
    expect(await sandbox.bot.call("sendMessage", message)).toMatchObject(refused);
    expect((await sandbox.bot.call("getMe")).ok).toBe(true);
    expect(await sandbox.bot.call("sendMessage", message)).toMatchObject(refused);
    expect(await count()).toBe(0);
    expect((await sandbox.bot.call("sendMessage", message)).ok).toBe(true);
    expect(await count()).toBe(1);
  });

  it("answers 500 and an HTML 502", async () => {
    await sandbox.control.post("/faults", { kind: "500" });
    expect(await sandbox.bot.call("sendMessage", message)).toMatchObject({ status: 500, ok: false });
    await sandbox.control.post("/faults", { kind: "html502" });
    await expect(sandbox.bot.call("sendMessage", message)).rejects.toThrow(SyntaxError);
    expect(await count()).toBe(0);
  });

  it("delays the answer before or after execution", async () => {
    await sandbox.control.post("/faults", { kind: "timeoutBefore", seconds: 0.05 });
    await expect(sandbox.bot.call("sendMessage", message)).rejects.toThrow("fetch failed");
    expect(await count()).toBe(0);
    await sandbox.control.post("/faults", { kind: "timeoutAfter", seconds: 0.05 });
    await expect(sandbox.bot.call("sendMessage", message)).rejects.toThrow("fetch failed");
    expect(await count()).toBe(1);
  });

  it("is down until switched on again, polling included", async () => {
    await sandbox.control.post("/faults", { kind: "down" });
    await expect(sandbox.bot.call("getUpdates")).rejects.toThrow("fetch failed");
    await expect(sandbox.bot.call("sendMessage", message)).rejects.toThrow("fetch failed");
    expect(await sandbox.control.delete("/faults")).toBe(200);
    expect((await sandbox.bot.call("sendMessage", message)).ok).toBe(true);
  });

  it.each([
    [{ kind: "flood" }, "kind"],
    [{ kind: "429", method: "sendTelepathy" }, "method: unknown method"],
    [{ kind: "429", count: 1, rate: 0.5 }, "count or rate, not both"],
    [{ kind: "429", extra: 1 }, "extra"],
  ])("refuses %j", async (body, reason) => {
    const answer = await sandbox.control.post("/faults", body);
    expect([answer.status, String(answer.body["error"])]).toEqual([400, expect.stringContaining(reason)]);
    expect(await sandbox.control.get("/faults")).toEqual([]);
  });
});

describe("limits", () => {
  it("refuses the fourth message in a second until they are switched off", async () => {
    await sandbox.control.post("/limits", { on: true });
    const answers = [];
    for (let turn = 0; turn < 4; turn += 1)
      answers.push((await sandbox.bot.call("sendMessage", message)).status);
    expect(answers).toEqual([200, 200, 200, 429]);
    await sandbox.control.post("/limits", { on: false });
    expect((await sandbox.bot.call("sendMessage", message)).status).toBe(200);
  });
});

describe("the call log", () => {
  it("keeps parameters, answers and faults", async () => {
    await sandbox.control.post("/faults", { kind: "timeoutAfter", seconds: 0.01 });
    await expect(sandbox.bot.call("sendMessage", message)).rejects.toThrow("fetch failed");
    await sandbox.bot.call("sendMessage", { ...message, text: "" });
    const calls = await sandbox.control.get<CallRecord[]>("/calls?method=sendMessage");
    expect(calls).toMatchObject([
      { method: "sendMessage", parameters: message, status: null, fault: "timeoutAfter" },
      { status: 400, answer: { ok: false, description: "Bad Request: message text is empty" } },
    ]);
    expect(await sandbox.control.get(`/calls?method=sendMessage&since=${calls[0]?.id}`)).toHaveLength(1);
    expect(await sandbox.control.get("/calls?since=2100-01-01T00:00:00Z")).toEqual([]);
  });
});
