import type { AlertMessage } from "@stsphera/core/watch";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../testing/mail-server.ts";
import { startWebhookServer, type WebhookServer } from "../testing/webhook-server.ts";
import { createMailSender } from "./mail.ts";
import { isPrivateAddress } from "../outgoing/private-address.ts";
import { createWebhookSender, signatureOf } from "./webhook.ts";

const NOW = new Date("2026-09-08T07:00:00.000Z");
const SECRET = "Zr8-qMt3-vNp6-wKx1";
const message: AlertMessage = {
  id: 7,
  name: "disk_short",
  kind: "begins",
  value: 0.05,
  at: NOW.toISOString(),
  title: "⚠️ Место на диске",
  lines: ["На диске свободно 5\u00a0%", "Что делать: освободите место"],
  url: "https://sts.example/admin/health",
};

let mail: MailServer;
let hook: WebhookServer;
beforeEach(async () => {
  [mail, hook] = await Promise.all([startMailServer(), startWebhookServer()]);
});
afterEach(async () => {
  await Promise.all([mail.close(), hook.close()]);
});

const byMail = (more: Partial<Parameters<typeof createMailSender>[0]> = {}) =>
  createMailSender({
    host: "127.0.0.1",
    port: mail.port,
    login: null,
    from: "sts@example.org",
    to: ["a@example.org", "b@example.org"],
    ...more,
  });
const byWebhook = (more: { url?: string; mayBePrivate?: boolean; answerMs?: number } = {}) => {
  const { url = hook.url, mayBePrivate = true, answerMs = 2_000 } = more;
  return createWebhookSender({ url, secret: SECRET, mayBePrivate }, { now: () => NOW, answerMs });
};

describe("by mail", () => {
  test("the words go to everybody, under one number for every attempt", async () => {
    await byMail()(message);
    await byMail()(message);
    expect(mail.received).toHaveLength(2);
    const [first = "", second = ""] = mail.received;
    expect(first).toMatch(/^To: a@example\.org, b@example\.org/m);
    const [, encoded = ""] = first.split("\r\n\r\n");
    expect(Buffer.from(encoded, "base64").toString("utf8")).toContain("https://sts.example/admin/health");
    const [id] = /^Message-ID: .*$/m.exec(first) ?? [];
    expect(id).toContain("alert-7@example.org");
    expect(second).toContain(id);
  });

  test("what the server refuses is an error", async () => {
    mail.answer = "552 too much";
    await expect(byMail()(message)).rejects.toThrow(/552/);
  });

  test("a password does not go over a connection without TLS", async () => {
    const asked = byMail({ login: { user: "sts", password: "hush-hush-9" } })(message);
    const error = await asked.then(
      () => null,
      (reason: unknown) => String(reason),
    );
    expect(error).not.toBeNull();
    expect(error).not.toContain("hush-hush-9");
    expect(mail.received).toEqual([]);
  });
});

describe("by webhook", () => {
  test("signed JSON, which the receiver can check", async () => {
    await byWebhook()(message);
    const [{ headers, body } = { headers: {}, body: "" }] = hook.received;
    expect(JSON.parse(body)).toEqual(message);
    const timestamp = String(headers["x-stsphera-timestamp"]);
    expect(timestamp).toBe(String(NOW.getTime() / 1000));
    expect(headers["x-stsphera-signature"]).toBe(signatureOf(SECRET, timestamp, body));
    expect(headers["x-stsphera-signature"]).not.toBe(signatureOf("another", timestamp, body));
    expect(JSON.stringify(headers)).not.toContain(SECRET);
  });

  test.each([500, 404, 302])("an answer of %d is an error, and no redirect is followed", async (status) => {
    hook.answer = (response) => response.writeHead(status, { Location: hook.url }).end();
    await expect(byWebhook()(message)).rejects.toThrow(`answered ${status}`);
    expect(hook.received).toHaveLength(1);
  });

  test("a receiver that does not answer is given up", async () => {
    hook.answer = () => undefined;
    await expect(byWebhook({ answerMs: 100 })(message)).rejects.toThrow("in time");
  });

  test.each(["127.0.0.1", "localhost"])("%s is not reached unless it is allowed", async (host) => {
    const url = hook.url.replace("127.0.0.1", host);
    await expect(byWebhook({ url, mayBePrivate: false })(message)).rejects.toThrow("private network");
    expect(hook.received).toEqual([]);
  });
});

test.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.31.0.1", true],
  ["192.168.1.1", true],
  ["169.254.169.254", true],
  ["100.64.0.1", true],
  ["::1", true],
  ["::ffff:10.0.0.1", true],
  ["::ffff:8.8.8.8", false],
  ["fd00::1", true],
  ["fe80::1", true],
  ["not an address", true],
  ["8.8.8.8", false],
  ["172.32.0.1", false],
  ["2606:4700::1111", false],
  ["::127.0.0.1", true],
  ["::ffff:0:127.0.0.1", true],
  ["64:ff9b:1::7f00:1", true],
  ["2002:7f00:1::", true],
  ["2001:0:7f00:1::", true],
  ["fec0::1", true],
  ["2a00:1450:4010:c0f::8b", false],
])("%s is private: %s", (address, expected) => expect(isPrivateAddress(address)).toBe(expected));
