import type { Update } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { createWebhook, isSecret } from "./webhook.ts";

const SECRET = "a-secret-of-the-webhook";

function webhook(receive: (updates: readonly Update[]) => Promise<void> = async () => undefined) {
  const received: Update[] = [];
  const app = createWebhook({
    secret: SECRET,
    warn: () => undefined,
    receive: async (updates) => {
      await receive(updates);
      received.push(...updates);
    },
  });
  const post = (body: string, secret: string | null = SECRET) => {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (secret !== null) headers["x-telegram-bot-api-secret-token"] = secret;
    return app.request("/telegram/webhook", { method: "POST", body, headers });
  };
  return { received, post };
}

test.each([null, "", "wrong", `${SECRET}x`, SECRET.slice(1)])(
  "regression 42: the secret %j is refused and nothing is kept",
  async (secret) => {
    const { post, received } = webhook();
    expect((await post('{"update_id":1}', secret)).status).toBe(401);
    expect(received).toEqual([]);
  },
);

test("without a configured secret every request is refused", () => {
  expect(isSecret("", "")).toBe(false);
  expect(isSecret(undefined, "")).toBe(false);
});

test("an update with the secret is stored and acknowledged", async () => {
  const { post, received } = webhook();
  expect((await post('{"update_id":7,"message":{"text":"Юг, 11 этаж"}}')).status).toBe(200);
  expect(received).toEqual([{ update_id: 7, message: { text: "Юг, 11 этаж" } }]);
});

test("Cyrillic split across chunks is decoded correctly", async () => {
  const bytes = new TextEncoder().encode('{"update_id":8,"message":{"text":"герметизация"}}');
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const { received } = webhook();
  const app = createWebhook({
    secret: SECRET,
    warn: () => undefined,
    receive: async (updates) => void received.push(...updates),
  });
  const init = {
    method: "POST",
    body: stream,
    duplex: "half",
    headers: { "x-telegram-bot-api-secret-token": SECRET },
  } as RequestInit;
  expect((await app.request("/telegram/webhook", init)).status).toBe(200);
  expect(received[0]?.message?.text).toBe("герметизация");
});

test.each(["", "{", "[]", "null", '{"update_id":"1"}', '{"update_id":-1}'])(
  "the body %j is refused",
  async (body) => {
    const { post, received } = webhook();
    expect((await post(body)).status).toBe(400);
    expect(received).toEqual([]);
  },
);

test("a body of 20 MB is refused before it is stored", async () => {
  const { post, received } = webhook();
  expect((await post(`{"update_id":1,"x":"${"я".repeat(10 * 1024 * 1024)}"}`)).status).toBe(413);
  expect(received).toEqual([]);
});

test("an update that could not be stored is not acknowledged", async () => {
  const { post } = webhook(async () => {
    throw new Error("away");
  });
  expect((await post('{"update_id":1}')).status).toBe(503);
});
