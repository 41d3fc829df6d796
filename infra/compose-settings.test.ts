import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { migrationSettings } from "@stsphera/db/migrate";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as api from "../apps/api/src/env.ts";
import * as bot from "../apps/bot/src/env.ts";
import * as scheduler from "../apps/scheduler/src/env.ts";
import { leftOutOfCompose } from "./settings-left-out.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");
const { services } = parse(read("../docker-compose.yml"), { merge: true }) as {
  services: Record<string, { environment?: Record<string, string | number> }>;
};
const example = parseEnv(read("env.example"));

/** What an administrator fills in, besides the rest of the example. */
const FILLED: Readonly<Record<string, string>> = {
  TELEGRAM_BOT_TOKEN: "123456789:AAqWmZr8Tn5Kx2Vb7Jc4Lp9Hd3Fg6Sy1QeU",
  BOT_USERNAME: "example_bot",
  SUPPORT_USERNAME: "@example_help",
  ADMIN_TELEGRAM_IDS: "100000001",
  POSTGRES_PASSWORD: "Lp9Hd3Fg6Sy1QeUz",
  SERVICE_POSTGRES_PASSWORD: "Vq8mTz3kRw7pLx2n",
  JWT_SECRET: "Zp4Xw9Rk2Tn7Vb5Mc8Lq3Hd6Jf1Gs0Ya",
  WEBHOOK_SECRET: "Rm7Kx3Wq9Tz5Vn2L",
  S3_ACCESS_KEY: "AKQ7WZ3RX9",
  S3_SECRET_KEY: "Hd6Jf1Gs0YaZp4Xw9Rk2Tn7",
};

/** `${NAME:?…}`, `${NAME:-…}` and `${NAME:+…}` as compose fills them in. Throws where compose would. */
function filledIn(text: string | number, given: Readonly<Record<string, string | undefined>>): string {
  return String(text).replace(
    /\$\{(\w+):([?+-])([^}]*)\}/g,
    (_all, name: string, sign: string, word: string) => {
      const value = given[name] ?? "";
      if (sign === "+") return value === "" ? "" : word;
      if (sign === "?" && value === "") throw new Error(word);
      return value === "" ? word : value;
    },
  );
}

function environmentOf(name: string, given = { ...example, ...FILLED }): Record<string, string> {
  const entries = Object.entries(services[name]?.environment ?? {});
  return Object.fromEntries(entries.map(([setting, text]) => [setting, filledIn(text, given)]));
}

test.each([
  ["api-blue", api],
  ["bot-blue", bot],
  ["scheduler", scheduler],
])("%s gets what it reads, all of it and nothing besides", (name, { readEnvironment, shape }) => {
  const environment = environmentOf(name);
  expect(readEnvironment(environment).production).toBe(true);
  expect(Object.keys(environment).filter((setting) => !(setting in shape))).toEqual([]);
  const missing = Object.keys(shape).filter((setting) => !(setting in environment));
  expect(missing.filter((setting) => !(setting in leftOutOfCompose(name)))).toEqual([]);
});

test("the migrate step can judge every secret of the programs", () => {
  const environment = environmentOf("migrate");
  expect(migrationSettings(environment).login).toMatchObject({ user: "stsphera_service" });
  const secrets = ["api-blue", "bot-blue", "scheduler"]
    .flatMap((name) => Object.keys(services[name]?.environment ?? {}))
    .filter((setting) => /SECRET|TOKEN|_KEY$|DATABASE_URL/.test(setting));
  expect(secrets.filter((setting) => !(setting in environment))).toEqual([]);
});

test.each([
  ["JWT_SECRET", ["migrate", "api-blue", "api-green"]],
  ["WEBHOOK_SECRET", ["migrate", "bot-blue", "bot-green"]],
  ["S3_SECRET_KEY", ["s3", "migrate", "api-blue", "api-green", "scheduler", "copier"]],
  ["TELEGRAM_BOT_TOKEN", ["migrate", "api-blue", "bot-blue", "api-green", "bot-green", "scheduler"]],
  ["ALERT_SMTP_PASSWORD", ["scheduler"]],
  ["ALERT_WEBHOOK_SECRET", ["migrate", "scheduler"]],
  ["VAPID_PRIVATE_KEY", ["migrate", "scheduler"]],
])("%s is known to those who use or judge it", (secret, knowing) => {
  const names = Object.keys(services).filter((name) => secret in (services[name]?.environment ?? {}));
  expect(names.toSorted()).toEqual(knowing.toSorted());
});

test("every name that the compose file asks for stands in the example, and each of the example is used", () => {
  const asked = new Set(read("../docker-compose.yml").match(/(?<=\$\{)[A-Z][A-Z0-9_]*(?=:)/g));
  // Images and volumes are named by infra/deploy and infra/restore.
  const own = [...asked].filter((name) => !/_IMAGE$|^RESTORE|_VOLUME$/.test(name));
  const ofScripts = ["IMAGES", "RELEASES"];
  expect(own.toSorted()).toEqual(
    Object.keys(example)
      .filter((name) => !ofScripts.includes(name))
      .toSorted(),
  );
});
