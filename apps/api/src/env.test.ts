import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://app@db.internal/stsphera",
  TELEGRAM_BOT_TOKEN: "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o",
  JWT_SECRET: "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe",
  S3_ENDPOINT: "https://s3.internal",
  S3_BUCKET: "stsphera",
  S3_ACCESS_KEY: "AKDJF83HFK20DKS",
  S3_SECRET_KEY: "pLr4tYb8mCd3fGh6jZs1aUekW7xQ2vN9",
  PUBLIC_URL: "https://app.example.org",
};
const refusal = (change: Record<string, string | undefined>) => {
  try {
    readEnvironment({ ...PRODUCTION, ...change });
  } catch (error) {
    return (error as Error).message;
  }
  return "started";
};

test("starts in production with its own secrets", () => {
  expect(readEnvironment(PRODUCTION)).toMatchObject({
    production: true,
    host: "0.0.0.0",
    sandboxClock: false,
  });
});

test("passkeys belong to the host of the Mini App, unless another is named", () => {
  expect(readEnvironment(PRODUCTION).passkeyHost).toBe("app.example.org");
  expect(readEnvironment({ ...PRODUCTION, PASSKEY_HOST: "example.org" }).passkeyHost).toBe("example.org");
  expect(refusal({ PASSKEY_HOST: "https://example.org" })).toContain("PASSKEY_HOST");
});

test.each([
  "PUBLIC_URL",
  "DATABASE_URL",
  "TELEGRAM_BOT_TOKEN",
  "JWT_SECRET",
  "S3_ACCESS_KEY",
  "S3_SECRET_KEY",
  "S3_ENDPOINT",
])("regression 4: does not start without %s, in production or development", (name) => {
  expect(refusal({ [name]: undefined })).toContain(`${name} is not set`);
  expect(refusal({ [name]: "" })).toContain(`${name} is not set`);
  expect(refusal({ [name]: undefined, NODE_ENV: "development" })).toContain(`${name} is not set`);
});

test.each([
  ["a default", { JWT_SECRET: "change-me-change-me-change-me-please" }],
  ["a word", { JWT_SECRET: "my-super-secret-key-for-production-use" }],
  ["one letter", { JWT_SECRET: "a".repeat(48) }],
  ["a short one", { JWT_SECRET: "kW7xQ2vN9pLr" }],
  ["one generated for development", { JWT_SECRET: "dev-kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe" }],
  ["the store's default", { S3_SECRET_KEY: "minioadmin" }],
  ["the bot of the stand-in", { TELEGRAM_BOT_TOKEN: "7000000001:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o" }],
  ["no bot at all", { TELEGRAM_BOT_TOKEN: "4242:none" }],
  ["the development clock", { SANDBOX_CLOCK: "1" }],
])("regression 4: production refuses %s", (_name, change) => {
  expect(refusal(change)).toContain("does not start");
  const [value = ""] = Object.values(change);
  if (value.length > 1) expect(refusal(change)).not.toContain(value);
});

test("an environment without NODE_ENV counts as production", () => {
  expect(refusal({ NODE_ENV: undefined, SANDBOX_CLOCK: "1" })).toContain("SANDBOX_CLOCK");
});

test("names every invalid setting at once", () => {
  const message = refusal({ JWT_SECRET: undefined, PORT: "eighty", ADMIN_TELEGRAM_IDS: "1000001,petrov" });
  expect(message).toContain("JWT_SECRET");
  expect(message).toContain("PORT");
  expect(message).toContain("ADMIN_TELEGRAM_IDS");
});

test("reads lists separated by commas or spaces", () => {
  const env = readEnvironment({
    ...PRODUCTION,
    ADMIN_TELEGRAM_IDS: "1000001, 1000002",
    TRUSTED_PROXIES: "10.0.0.0/8",
  });
  expect([...env.adminTelegramIds]).toEqual(["1000001", "1000002"]);
  expect(env.trustedProxies).toEqual(["10.0.0.0/8"]);
});

test("the bot's name may be set, and must be a valid username", () => {
  expect(readEnvironment(PRODUCTION).botUsername).toBeUndefined();
  expect(readEnvironment({ ...PRODUCTION, BOT_USERNAME: "stsphera_bot" }).botUsername).toBe("stsphera_bot");
  expect(refusal({ BOT_USERNAME: "@stsphera" })).toContain("BOT_USERNAME must be the bot's name");
});
