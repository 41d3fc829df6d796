import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

const enough = {
  NODE_ENV: "development",
  DATABASE_URL: "postgres://localhost/stsphera",
  TELEGRAM_BOT_TOKEN: "7000000001:AAstandin",
  PUBLIC_URL: "http://localhost:3000/",
  S3_ENDPOINT: "http://localhost:3020",
  S3_BUCKET: "stsphera",
  S3_ACCESS_KEY: "key",
  S3_SECRET_KEY: "secret",
};

test("defaults are used for missing settings", () => {
  expect(readEnvironment(enough)).toMatchObject({
    host: "127.0.0.1",
    port: 3003,
    apiRoot: "https://api.telegram.org",
    publicUrl: "http://localhost:3000",
    sandboxClock: false,
  });
});

test("every missing or invalid setting is named without its value", () => {
  const { DATABASE_URL: _left, ...rest } = enough;
  expect(() => readEnvironment({ ...rest, PORT: "99999", S3_BUCKET: "" })).toThrow(
    "PORT must be a whole number from 1 to 65535; DATABASE_URL is not set; S3_BUCKET is not set.",
  );
});

test("production refuses development secrets (regression 4)", () => {
  const production = { ...enough, NODE_ENV: "production", SANDBOX_CLOCK: "1" };
  expect(() => readEnvironment(production)).toThrow(
    /stand-in; PUBLIC_URL must begin with https:\/\/; S3_ENDPOINT must begin with https:\/\/; SANDBOX_CLOCK is for development only/,
  );
  expect(() => readEnvironment(production)).not.toThrow("AAstandin");
});

const mail = {
  ALERT_SMTP_HOST: "mail.example.org",
  ALERT_MAIL_FROM: "sts@example.org",
  ALERT_MAIL_TO: "a@example.org, b@example.org",
};
const webhook = {
  ALERT_WEBHOOK_URL: "https://hooks.example.org/x",
  ALERT_WEBHOOK_SECRET: "Zr8qMt3vNp6wKx1y",
};

test("alerts go the ways that are wholly set", () => {
  expect(readEnvironment(enough).alerts).toEqual({ watches: false, mail: null, webhook: null });
  expect(readEnvironment({ ...enough, ...mail, ...webhook, ALERTS: "on" }).alerts).toEqual({
    watches: true,
    mail: {
      host: "mail.example.org",
      port: 465,
      login: null,
      from: "sts@example.org",
      to: ["a@example.org", "b@example.org"],
    },
    webhook: { url: webhook.ALERT_WEBHOOK_URL, secret: webhook.ALERT_WEBHOOK_SECRET, mayBePrivate: false },
  });
});

test.each([
  ...Object.keys(mail).map((name) => [name, mail] as const),
  ...Object.keys(webhook).map((name) => [name, webhook] as const),
])("alerts half set are refused: without %s", (name, whole) => {
  const { [name]: _left, ...rest } = whole as Record<string, string>;
  expect(() => readEnvironment({ ...enough, ...rest })).toThrow(`${name} is not set, and `);
});

test("a user of mail without a password, and a webhook without TLS in production, are refused", () => {
  expect(() => readEnvironment({ ...enough, ...mail, ALERT_SMTP_USER: "sts" })).toThrow(
    "ALERT_SMTP_PASSWORD is not set, and ALERT_SMTP_USER is",
  );
  const plain = { ...webhook, ALERT_WEBHOOK_URL: "http://hooks.example.org/x" };
  expect(readEnvironment({ ...enough, ...plain }).alerts.webhook?.url).toBe(plain.ALERT_WEBHOOK_URL);
  expect(() => readEnvironment({ ...enough, ...plain, NODE_ENV: "production" })).toThrow(
    "ALERT_WEBHOOK_URL must begin with https://",
  );
});
