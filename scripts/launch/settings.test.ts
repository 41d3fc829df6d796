import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultDataFolder } from "./data-folder.ts";
import type { Launched } from "./options.ts";
import { parsePortBase, portsFrom } from "./ports.ts";
import { serviceEnvironment, standIn } from "./service-environment.ts";
import { addressTable } from "./table.ts";

const secrets = {
  VAPID_PRIVATE_KEY: "dev-vapid",
  TELEGRAM_BOT_TOKEN: "7000000001:AAgenerated",
  WEBHOOK_SECRET: "webhook-generated",
  JWT_SECRET: "jwt-generated",
  S3_ACCESS_KEY: "ACCESS",
  S3_SECRET_KEY: "secret-generated",
};

function environmentWith(given: Record<string, string>): Record<string, string> {
  const databaseUrl = "postgres://stsphera:hidden@127.0.0.1:5/stsphera";
  return serviceEnvironment({ databaseUrl, ports: portsFrom(4000), secrets, dataFolder: "/data", given });
}

test("ports move together with the base", () => {
  expect(portsFrom(parsePortBase("4000"))).toEqual({
    frontDoor: 4000,
    api: 4001,
    bot: 4002,
    scheduler: 4003,
    sandbox: 4010,
    objectStore: 4020,
  });
  expect(parsePortBase(undefined)).toBe(3000);
});

test.each([
  ["6000", 6000],
  ["5980", 6000],
  ["6667", 6667],
  ["10070", 10_080],
])("PORT_BASE=%s is refused at once: browsers do not open port %i", (text, port) => {
  expect(() => parsePortBase(text)).toThrow(`Browsers do not open port ${port}`);
});

test.for(["80", "70000", "three", "3000.5", "-1"])("a port base of “%s” is refused", (text) => {
  expect(() => parsePortBase(text)).toThrow("PORT_BASE");
});

test("two checkouts and two port bases never share a data folder", () => {
  const own = process.getuid?.() === 0 ? "/var/lib" : join(homedir(), ".local", "share");
  expect(defaultDataFolder(3000, {})).toMatch(new RegExp(`^${own}/stsphera/[0-9a-f]{8}-3000$`));
  expect(defaultDataFolder(4000, {})).not.toBe(defaultDataFolder(3000, {}));
  expect(defaultDataFolder(3000, { STSPHERA_DATA: "/srv/mine" })).toBe("/srv/mine");
});

test("services use the sandbox and development secrets by default", () => {
  expect(environmentWith({})).toMatchObject({
    ...secrets,
    TELEGRAM_API_ROOT: "http://127.0.0.1:4010",
    PUBLIC_URL: "http://localhost:4000",
    S3_PUBLIC_ENDPOINT: "http://localhost:4020",
  });
  expect(environmentWith({ PUBLIC_URL: "https://tunnel.example", JWT_SECRET: "" })).toMatchObject({
    PUBLIC_URL: "https://tunnel.example",
    JWT_SECRET: secrets.JWT_SECRET,
  });
});

test("with a real bot token services use Telegram, and the sandbox replaces nothing", () => {
  const given = { TELEGRAM_BOT_TOKEN: "1:real" };
  expect(environmentWith(given)).toMatchObject({
    ...given,
    TELEGRAM_API_ROOT: "https://api.telegram.org",
  });
  expect(standIn(given)).toBe("object-store");
  expect(standIn({ ...given, S3_ENDPOINT: "https://s3.example" })).toBeUndefined();
  expect(standIn({})).toBe("sandbox");
});

test("the table of addresses shows no secret", () => {
  const environment = environmentWith({});
  const launched: Launched = {
    addresses: {
      miniApp: "http://localhost:4000",
      api: "http://localhost:4001",
      bot: "http://localhost:4002",
      scheduler: "http://localhost:4003",
      sandbox: "http://localhost:4010",
      objectStore: "http://localhost:4020",
      databaseUrl: environment["DATABASE_URL"] ?? "",
    },
    environment,
    dataDir: "/data",
    pid: () => undefined,
    kill: () => undefined,
    stop: async () => undefined,
  };
  const table = addressTable(launched, 4.25);
  expect(table).toContain("ready in 4.3 s");
  expect(table).toContain("postgres://stsphera@127.0.0.1:5/stsphera");
  for (const secret of ["hidden", ...Object.values(secrets)]) expect(table).not.toContain(secret);
});
