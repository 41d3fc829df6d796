import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createBotApi } from "./bot-api.ts";
import { TelegramError, TelegramFileTooLarge, TelegramUnreachable } from "./errors.ts";

const TOKEN = "7000000001:AAsecret-part-of-the-token";
const servers: Server[] = [];

type Seen = { url: string; type: string; body: string };

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    seen.push({ url: request.url ?? "", type: request.headers["content-type"] ?? "", body });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, root, api: createBotApi({ token: TOKEN, root, timeoutMs: 2000 }) };
}

const json =
  (status: number, answer: unknown) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  };

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("expected a failure");
}

function everythingIn(error: Error): string {
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [...own, String(error), error.stack, JSON.stringify(error), String(error.cause)].join("\n");
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe("a call", () => {
  test("is sent as JSON and returns the result", async () => {
    const { api, seen } = await serve(json(200, { ok: true, result: { message_id: 7 } }));
    const params = { chat_id: 1, text: "привет", reply_parameters: { message_id: 3 } };
    expect(await api.call("sendMessage", params)).toEqual({ message_id: 7 });
    expect(seen[0]).toEqual({
      url: `/bot${TOKEN}/sendMessage`,
      type: "application/json",
      body: JSON.stringify(params),
    });
  });
});

test("a call with a file is sent as a form, other parameters as fields", async () => {
  const { api, seen } = await serve(json(200, { ok: true, result: { message_id: 8 } }));
  const upload = {
    name: "Отчёт.pdf",
    type: "application/pdf",
    base64: Buffer.from("%PDF-1.7").toString("base64"),
  };
  await api.call("sendDocument", { chat_id: 1, document: { upload }, reply_parameters: { message_id: 3 } });
  const [{ type, body } = { type: "", body: "" }] = seen;
  expect(type).toMatch(/^multipart\/form-data; boundary=/);
  expect(body).toContain(
    'name="document"; filename="Отчёт.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7',
  );
  expect(body).toContain('name="reply_parameters"\r\n\r\n{"message_id":3}');
});

describe("a refusal", () => {
  test("carries code, description and retry time", async () => {
    const { api } = await serve(
      json(429, {
        ok: false,
        error_code: 429,
        description: "Too Many Requests",
        parameters: { retry_after: 5 },
      }),
    );
    const error = await failureOf(api.call("sendMessage", { chat_id: 1, text: "a" }));
    expect(error).toBeInstanceOf(TelegramError);
    expect(error).toMatchObject({ code: 429, description: "Too Many Requests", retryAfter: 5 });
  });

  test("of a migrated group names its new id", async () => {
    const parameters = { migrate_to_chat_id: -1001 };
    const { api } = await serve(
      json(400, { ok: false, error_code: 400, description: "migrated", parameters }),
    );
    expect(await failureOf(api.call("sendMessage"))).toMatchObject({ migrateToChatId: -1001 });
  });
});

describe("no usable answer", () => {
  test.each([
    [502, "<html>Bad Gateway</html>"],
    [500, '{"ok":false,"error_code":500,"description":"Internal Server Error"}'],
    [200, "null"],
    [200, '{"ok":true}'],
    [302, ""],
  ])("HTTP %s with %s may have been applied", async (status, body) => {
    const { api } = await serve((_request, response) =>
      response.writeHead(status, { location: "/" }).end(body),
    );
    const error = await failureOf(api.call("sendMessage"));
    expect(error).toBeInstanceOf(TelegramUnreachable);
    expect(error).toMatchObject({ reason: "bad_response", maybeApplied: true, status });
  });

  test("a connection cut after the request may have been applied", async () => {
    const { api } = await serve((request) => request.socket.destroy());
    expect(await failureOf(api.call("sendMessage"))).toMatchObject({ reason: "network", maybeApplied: true });
  });

  test("no answer until the time-out", async () => {
    const { root } = await serve(() => undefined);
    const api = createBotApi({ token: TOKEN, root, timeoutMs: 20 });
    expect(await failureOf(api.call("sendMessage"))).toMatchObject({ reason: "timeout", maybeApplied: true });
  });

  test("the caller can stop a long poll", async () => {
    const { api } = await serve(() => undefined);
    const stop = AbortSignal.abort();
    expect(await failureOf(api.call("getUpdates", { timeout: 30 }, stop))).toMatchObject({
      reason: "aborted",
    });
  });

  test("a port nobody listens on: certainly not applied", async () => {
    const { root, api } = await serve(json(200, { ok: true, result: true }));
    const port = Number(new URL(root).port);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(port).toBeGreaterThan(0);
    expect(await failureOf(api.call("sendMessage"))).toMatchObject({
      reason: "network",
      maybeApplied: false,
    });
  });
});

describe("a file", () => {
  test("is downloaded up to the limit and not a byte beyond", async () => {
    const { api, seen } = await serve((_request, response) => response.end("0123456789"));
    expect(Buffer.from(await api.downloadFile("photos/file_1.jpg", 10)).toString()).toBe("0123456789");
    expect(seen[0]?.url).toBe(`/file/bot${TOKEN}/photos/file_1.jpg`);
    expect(await failureOf(api.downloadFile("photos/file_1.jpg", 9))).toBeInstanceOf(TelegramFileTooLarge);
  });

  test("that is missing is a refusal, a bad gateway is not", async () => {
    const gone = await serve(json(404, { ok: false, error_code: 404, description: "Not Found" }));
    expect(await failureOf(gone.api.downloadFile("a", 9))).toMatchObject({ code: 404 });
    const broken = await serve((_request, response) => response.writeHead(502).end("<html>"));
    expect(await failureOf(broken.api.downloadFile("a", 9))).toBeInstanceOf(TelegramUnreachable);
  });
});

describe("regression 18: the token stays out of every error", () => {
  test("on any failure", async () => {
    const echo = { ok: false, error_code: 400, description: `Bad token ${TOKEN}` };
    const refusing = await serve(json(400, echo));
    const cutting = await serve((request) => request.socket.destroy());
    const nowhere = createBotApi({ token: TOKEN, root: "not an address" });
    const throwing = createBotApi({
      token: TOKEN,
      root: "https://api.example",
      fetch: (url) =>
        Promise.reject(new TypeError(`Failed to fetch ${String(url)}`, { cause: new Error(TOKEN) })),
    });
    const failures = await Promise.all([
      failureOf(refusing.api.call("getMe")),
      failureOf(refusing.api.downloadFile("a", 1)),
      failureOf(cutting.api.call("getMe")),
      failureOf(nowhere.call("getMe")),
      failureOf(nowhere.downloadFile("a", 1)),
      failureOf(throwing.call("getMe")),
    ]);
    expect(failures).toHaveLength(6);
    for (const failure of failures) {
      expect(everythingIn(failure)).not.toContain(TOKEN);
      expect(everythingIn(failure)).not.toContain("AAsecret");
    }
  });
});
