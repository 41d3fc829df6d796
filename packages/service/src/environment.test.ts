import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";
import {
  processSettings,
  processShape,
  publicUrl,
  required,
  storageSettings,
  storageShape,
} from "./settings.ts";

const shape = { ...processShape(3009), TELEGRAM_BOT_TOKEN: required, PUBLIC_URL: publicUrl, ...storageShape };
const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://app@db.internal/stsphera",
  TELEGRAM_BOT_TOKEN: "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o",
  PUBLIC_URL: "https://sphera.example/",
  S3_ENDPOINT: "https://s3.internal",
  S3_BUCKET: "stsphera",
  S3_ACCESS_KEY: "AKDJF83HFK20DKS",
  S3_SECRET_KEY: "pLr4tYb8mCd3fGh6jZs1aUekW7xQ2vN9",
};
const refusal = (change: Record<string, string | undefined>) => {
  try {
    readEnvironment(shape, { ...PRODUCTION, ...change });
  } catch (error) {
    return (error as Error).message;
  }
  return "started";
};

test("defaults apply, and an empty variable counts as not set", () => {
  const read = readEnvironment(shape, { ...PRODUCTION, HOST: "", PORT: "", SANDBOX_CLOCK: "" });
  expect(processSettings(read)).toEqual({
    production: true,
    host: "0.0.0.0",
    port: 3009,
    logLevel: "info",
    databaseUrl: PRODUCTION.DATABASE_URL,
    databaseConnections: 8,
    drainMs: 0,
    sandboxClock: false,
  });
  expect(storageSettings(read)).toMatchObject({ publicEndpoint: "https://s3.internal" });
  expect(read.PUBLIC_URL).toBe("https://sphera.example");
});

test("development listens on localhost and may shift its clock", () => {
  const read = readEnvironment(shape, { ...PRODUCTION, NODE_ENV: "development", SANDBOX_CLOCK: "1" });
  expect(processSettings(read)).toMatchObject({ production: false, host: "127.0.0.1", sandboxClock: true });
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "99999"],
  ["DATABASE_CONNECTIONS", "2.5"],
  ["LOG_LEVEL", "chatty"],
  ["DATABASE_URL", "mysql://app:hunter@db.internal/stsphera"],
  ["DATABASE_URL", "postgres://app:hunter@[broken/stsphera"],
  ["S3_ENDPOINT", "s3.internal"],
  ["PUBLIC_URL", "sphera.example"],
])("an invalid %s = %s is reported without its value", (name, value) => {
  const message = refusal({ [name]: value });
  expect(message).toContain(`${name} must be`);
  expect(message).not.toContain(value);
});

test("all missing variables are named at once, each once", () => {
  expect(refusal({ DATABASE_URL: undefined, S3_ENDPOINT: "", S3_BUCKET: undefined })).toBe(
    "The process does not start: DATABASE_URL is not set; S3_ENDPOINT is not set; S3_BUCKET is not set.",
  );
});

test.each([
  ["S3_SECRET_KEY", "minioadmin"],
  ["S3_SECRET_KEY", "dev-kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe"],
  ["JWT_SECRET", "my-super-secret-key-for-production-use"],
  ["JWT_SECRET", "a".repeat(48)],
  ["JWT_SECRET", "kW7xQ2vN".repeat(5)],
  ["S3_ACCESS_KEY", "AKDJ"],
  ["DATABASE_URL", "postgres://app:postgres@db.internal/stsphera"],
  ["DATABASE_URL", "postgres://app:a@db.internal/stsphera"],
  ["MIGRATE_DATABASE_URL", "postgres://owner:stsphera@db.internal/stsphera"],
  ["TELEGRAM_API_ROOT", "http://api.telegram.org"],
  ["S3_PUBLIC_ENDPOINT", "http://files.example"],
  ["TRUSTED_PROXIES", "10.0.0.0/8, 0.0.0.0/0"],
  ["TRUSTED_PROXIES", "::/0"],
  ["TRUSTED_PROXIES", "proxy.internal"],
  ["WEBHOOK_SECRET", "kW7xQ2vN9pLr"],
  ["TELEGRAM_BOT_TOKEN", "7000000001:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o"],
  ["TELEGRAM_BOT_TOKEN", "4242:none"],
  ["PUBLIC_URL", "http://sphera.example"],
  ["SANDBOX_CLOCK", "yes"],
  ["SANDBOX_DATA", "/tmp/sandbox"],
  ["SANDBOX_PUSH", "http://127.0.0.1:3010/sandbox/push"],
  ["VAPID_PRIVATE_KEY", "dev-kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe0Xc5Vb7Nq"],
])("regression 4: production, also by default, refuses %s = %s", (name, value) => {
  for (const kind of ["production", "staging", "", undefined]) {
    const message = refusal({ [name]: value, NODE_ENV: kind });
    expect(message).toContain(name);
    expect(message).not.toContain(value);
  }
  expect(refusal({ [name]: value, NODE_ENV: "development" })).toBe("started");
});

test("production refuses one value for two secrets, by the names of both", () => {
  const same = "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe";
  expect(refusal({ JWT_SECRET: same, WEBHOOK_SECRET: same })).toBe(
    "The process does not start: WEBHOOK_SECRET is the same as JWT_SECRET.",
  );
  const url = `postgres://app:${PRODUCTION.S3_SECRET_KEY}@db.internal/stsphera`;
  expect(refusal({ DATABASE_URL: url })).toContain(
    "the password in DATABASE_URL is the same as S3_SECRET_KEY",
  );
});

test("the settings of tests are refused outside of them, and networks of one's own may be trusted", () => {
  expect(refusal({ NODE_ENV: "test" })).toContain("NODE_ENV=test is for tests only");
  expect(refusal({ TRUSTED_PROXIES: "172.16.0.0/12,192.168.0.0/16,10.0.0.0/8,fd00::/8,127.0.0.1" })).toBe(
    "started",
  );
});

const BACKUPS = {
  BACKUP_S3_ENDPOINT: "storage.example.net",
  BACKUP_S3_REGION: "eu-1",
  BACKUP_S3_BUCKET: "facade-backups",
  BACKUP_S3_ACCESS_KEY: "Bq7RtZ2mWx9L",
  BACKUP_S3_SECRET_KEY: "Gh4kVn8sQy1pTd6wZr3jXc5b",
  BACKUP_CIPHER: "u8Kd3Pz7Wm2Rx9Qv5Ty1Lc6Hs4Nf0Jg8",
};

test("backups to another store are accepted, and need all of their settings", () => {
  expect(refusal(BACKUPS)).toBe("started");
  expect(refusal({ ...BACKUPS, BACKUP_S3_REGION: "", BACKUP_CIPHER: "" })).toBe(
    "The process does not start: BACKUP_S3_REGION is not set, and BACKUP_S3_BUCKET is; " +
      "BACKUP_CIPHER is not set, and BACKUP_S3_BUCKET is.",
  );
  expect(refusal({ BACKUP_CIPHER: BACKUPS.BACKUP_CIPHER })).toBe("started");
});

test.each([
  ["BACKUP_CIPHER", "kW7xQ2vN9pLr4tYb", "BACKUP_CIPHER must have 32 characters or more"],
  ["BACKUP_CIPHER", "change-me-please-change-me-please", "BACKUP_CIPHER is a default or easily guessed"],
  ["BACKUP_S3_SECRET_KEY", PRODUCTION.S3_SECRET_KEY, "BACKUP_S3_SECRET_KEY is the same as S3_SECRET_KEY"],
  ["BACKUP_S3_ENDPOINT", "https://storage.example.net", "BACKUP_S3_ENDPOINT must be a host name alone"],
  [
    "BACKUP_S3_ENDPOINT",
    new URL(PRODUCTION.S3_ENDPOINT).hostname,
    "BACKUP_S3_ENDPOINT is the store of the data",
  ],
])("weak or misplaced: %s", (name, value, reason) => {
  expect(refusal({ ...BACKUPS, [name]: value })).toBe(`The process does not start: ${reason}.`);
});
