import { createECDH, randomBytes } from "node:crypto";
import { PUSH_ORIGIN, PushService } from "@stsphera/sandbox";
import type { PushRequest } from "@stsphera/core/push";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { publicLookup } from "../outgoing/public-lookup.ts";
import { createPushSender } from "./create-sender.ts";
import { publicKeyOf } from "./settings.ts";
import { CERTIFICATE, type PushServer, startPushServer } from "./testing/push-server.ts";

const NOW = new Date("2026-09-15T07:00:00.000Z");
const privateKey = newKey();
const publicKey = publicKeyOf(privateKey) ?? "";
const settings = { publicKey, privateKey, subject: "https://sts.example", standIn: undefined };

function newKey(): string {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return pair.getPrivateKey().toString("base64url");
}

let service: PushService;
let server: PushServer;

beforeAll(async () => {
  server = await startPushServer((request) => service.handle(request));
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests();
  service = new PushService();
});

const sender = (change: Partial<typeof settings> = {}) =>
  createPushSender(
    { ...settings, ...change },
    { now: () => NOW, connection: { lookup: server.lookup, ca: CERTIFICATE, port: server.port } },
  );

function requestOf(change: Partial<PushRequest> = {}): PushRequest {
  const { endpoint, keys } = service.subscribe(publicKey);
  const payload = JSON.stringify({ title: "Заявка согласована", body: "СПК Блок Б" });
  return { endpoint, ...keys, payload, ttl: 3_600, urgency: "high", topic: "n12", ...change };
}
const anyTime = () => AbortSignal.timeout(10_000);

test("a push service that is as strict as the real ones takes a push, and the browser reads it", async () => {
  expect(await sender()(requestOf(), anyTime())).toEqual({ kind: "taken" });
  expect(service.refusals).toEqual([]);
  expect(service.messages).toEqual([
    {
      id: expect.any(String) as string,
      ttl: 3_600,
      urgency: "high",
      topic: "n12",
      payload: { title: "Заявка согласована", body: "СПК Блок Б" },
    },
  ]);
});

test("one that was subscribed by another key is refused, and its keys stand in no error", async () => {
  const foreign = newKey();
  const answer = await sender({ privateKey: foreign, publicKey: publicKeyOf(foreign) ?? "" })(
    requestOf(),
    anyTime(),
  );
  expect(answer).toEqual({ kind: "refused", error: "403 another key than that of the subscription" });
  const request = requestOf({ p256dh: `B${"A".repeat(86)}`, auth: randomBytes(16).toString("base64url") });
  const broken = await sender()(request, anyTime());
  expect(broken).toEqual({ kind: "refused", error: "the keys of the browser are not usable" });
});

test.each([
  [404, {}, { kind: "gone", error: "404 as ordered" }],
  [410, {}, { kind: "gone", error: "410 as ordered" }],
  [400, {}, { kind: "refused", error: "400 as ordered" }],
  [413, {}, { kind: "refused", error: "413 as ordered" }],
  [429, { retryAfter: "120" }, { kind: "busy", error: "429 as ordered", retryAfterMs: 120_000 }],
  [
    503,
    { retryAfter: "Tue, 15 Sep 2026 07:05:00 GMT" },
    { kind: "busy", error: "503 as ordered", retryAfterMs: 300_000 },
  ],
  [500, { retryAfter: "soon" }, { kind: "busy", error: "500 as ordered", retryAfterMs: null }],
  [502, {}, { kind: "busy", error: "502 as ordered", retryAfterMs: null }],
])("an answer of %s is understood", async (status, more, answer) => {
  service.fail({ status, times: 1, ...more });
  expect(await sender()(requestOf(), anyTime())).toEqual(answer);
  expect(service.messages).toEqual([]);
});

test("a redirect is not followed", async () => {
  server.next({ status: 307, headers: { Location: `${PUSH_ORIGIN}/p/other` } });
  expect(await sender()(requestOf(), anyTime())).toMatchObject({ kind: "refused" });
  expect(server.requests()).toBe(1);
});

test("a push service that is silent is left in time, and one that hangs up is tried again", async () => {
  server.next("silence");
  expect(await sender()(requestOf(), AbortSignal.timeout(200))).toEqual({
    kind: "busy",
    error: "the push service did not answer in time",
    retryAfterMs: null,
  });
  server.next("hang up");
  expect(await sender()(requestOf(), anyTime())).toEqual({
    kind: "busy",
    error: "no answer: ECONNRESET",
    retryAfterMs: null,
  });
});

test("what is longer than push services take is not sent", async () => {
  const request = requestOf({ payload: "п".repeat(2_100) });
  expect(await sender()(request, anyTime())).toEqual({ kind: "refused", error: "the push is too long" });
  expect(server.requests()).toBe(0);
});

test.each([
  ["http://push.example.org/p/1"],
  ["https://127.0.0.1/p/1"],
  ["https://[::1]/p/1"],
  ["https://metadata.google.internal/computeMetadata/v1/"],
])("an address of one's own network is not called: %s", async (endpoint) => {
  const answer = await sender()(requestOf({ endpoint }), anyTime());
  expect(answer).toEqual({ kind: "refused", error: "the push service leads to a private network" });
  expect(server.requests()).toBe(0);
});

test.each(["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"])(
  "a public name that leads to %s is not called",
  async (address) => {
    const lookup = publicLookup("the push service leads to a private network", (_name, _options, done) =>
      done(null, [{ address, family: address.includes(":") ? 6 : 4 }]),
    );
    const send = createPushSender(settings, {
      now: () => NOW,
      connection: { lookup, ca: CERTIFICATE, port: server.port },
    });
    const answer = await send(requestOf(), anyTime());
    expect(answer).toEqual({ kind: "refused", error: "the push service leads to a private network" });
    expect(server.requests()).toBe(0);
  },
);
