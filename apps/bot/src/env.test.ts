import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://localhost/stsphera",
  TELEGRAM_BOT_TOKEN: "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o",
  WEBHOOK_SECRET: "kW7xQ2vN9pLr4tYb8mCd3fGh",
  PUBLIC_URL: "https://sphera.example/",
};

test("reads production settings", () => {
  expect(readEnvironment(good)).toMatchObject({
    production: true,
    host: "0.0.0.0",
    mode: "polling",
    publicUrl: "https://sphera.example",
    apiRoot: "https://api.telegram.org",
    support: null,
  });
});

test("names everything that is missing at once", () => {
  expect(() => readEnvironment({})).toThrow(/DATABASE_URL.*TELEGRAM_BOT_TOKEN.*WEBHOOK_SECRET.*PUBLIC_URL/);
});

test.each([
  ["TELEGRAM_BOT_TOKEN", "7000000001:AAStsphera-test-vector-token-000000"],
  ["WEBHOOK_SECRET", "short"],
  ["WEBHOOK_SECRET", "dev-kW7xQ2vN9pLr4tYb8mCd3fGh"],
  ["WEBHOOK_SECRET", "with a space in it, so refused"],
  ["PUBLIC_URL", "http://sphera.example"],
  ["SANDBOX_CLOCK", "1"],
  ["BOT_MODE", "telepathy"],
  ["PORT", "99999"],
])("regression 4: production refuses %s = %s without repeating it", (name, value) => {
  const read = () => readEnvironment({ ...good, [name]: value });
  expect(read).toThrow(name);
  if (name !== "PORT" && value.length > 5) expect(read).not.toThrow(value);
});
