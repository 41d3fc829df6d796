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
