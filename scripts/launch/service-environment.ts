import { join } from "node:path";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

type Names = Record<string, string>;

const overridable = [
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_API_ROOT",
  "BOT_MODE",
  "BOT_USERNAME",
  "WEBHOOK_SECRET",
  "PUBLIC_URL",
  "PASSKEY_HOST",
  "MINIAPP_SHORT_NAME",
  "JWT_SECRET",
  "ADMIN_TELEGRAM_IDS",
  "S3_ENDPOINT",
  "S3_PUBLIC_ENDPOINT",
  "S3_BUCKET",
  "S3_ACCESS_KEY",
  "S3_SECRET_KEY",
  "VAPID_PRIVATE_KEY",
  "LOG_LEVEL",
  "SANDBOX_START",
];

/** Environment of the services; variables of the caller override development's own. */
export function serviceEnvironment(a: {
  databaseUrl: string;
  ports: Ports;
  secrets: Secrets;
  dataFolder: string;
  given: NodeJS.ProcessEnv;
}): Names {
  const given: Names = {};
  for (const name of overridable) {
    const value = a.given[name];
    if (value) given[name] = value;
  }
  const telegram = given.TELEGRAM_BOT_TOKEN
    ? "https://api.telegram.org"
    : `http://127.0.0.1:${a.ports.sandbox}`;
  return {
    NODE_ENV: "development",
    DATABASE_URL: a.databaseUrl,
    // The owner's address is for the migrate step only, even when it is in the caller's environment.
    MIGRATE_DATABASE_URL: "",
    TELEGRAM_API_ROOT: telegram,
    BOT_MODE: "polling",
    BOT_USERNAME: "stsphera_bot",
    PUBLIC_URL: `http://localhost:${a.ports.frontDoor}`,
    MINIAPP_SHORT_NAME: "app",
    ADMIN_TELEGRAM_IDS: "1000001",
    S3_ENDPOINT: `http://127.0.0.1:${a.ports.objectStore}`,
    S3_PUBLIC_ENDPOINT: `http://localhost:${a.ports.objectStore}`,
    S3_BUCKET: "stsphera",
    SANDBOX_CLOCK: "1",
    // A browser that subscribed at a real push service is not reached by the stand-in.
    SANDBOX_PUSH: given.TELEGRAM_BOT_TOKEN ? "" : `http://127.0.0.1:${a.ports.sandbox}/sandbox/push`,
    SANDBOX_DATA: join(a.dataFolder, "sandbox"),
    S3_PORT: String(a.ports.objectStore),
    LOG_LEVEL: "info",
    ...a.secrets,
    ...given,
  };
}

/** With a real token the bot talks to the real Telegram, which must not be replaced by the sandbox. */
export const usesRealTelegram = (given: NodeJS.ProcessEnv): boolean => Boolean(given.TELEGRAM_BOT_TOKEN);

/** What the sandbox replaces: everything, the object store only, or nothing. */
export function standIn(given: NodeJS.ProcessEnv): "sandbox" | "object-store" | undefined {
  if (!usesRealTelegram(given)) return "sandbox";
  return given.S3_ENDPOINT ? undefined : "object-store";
}
