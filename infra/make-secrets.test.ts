import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publicKeyOf } from "../apps/scheduler/src/push/settings.ts";
import { productionSecretProblems } from "../packages/service/src/secret-rules.ts";

const script = join(import.meta.dirname, "make-secrets");
const SECRETS = [
  "POSTGRES_PASSWORD",
  "SERVICE_POSTGRES_PASSWORD",
  "JWT_SECRET",
  "WEBHOOK_SECRET",
  "BACKUP_CIPHER",
  "VAPID_PRIVATE_KEY",
] as const;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secrets-"));
  file = join(folder, ".env");
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = () => spawnSync("sh", [script, file], { encoding: "utf8" });

test("its secrets are accepted by production, each its own, readable by their owner alone", () => {
  const { stderr } = make();
  expect(stderr).toContain("TELEGRAM_BOT_TOKEN BOT_USERNAME SUPPORT_USERNAME ADMIN_TELEGRAM_IDS");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const made = parseEnv(readFileSync(file, "utf8"));
  expect(new Set(SECRETS.map((name) => made[name])).size).toBe(SECRETS.length);
  const composed = {
    ...made,
    NODE_ENV: "production",
    DATABASE_URL: `postgres://stsphera_service:${made["SERVICE_POSTGRES_PASSWORD"]}@postgres:5432/stsphera`,
    MIGRATE_DATABASE_URL: `postgres://stsphera:${made["POSTGRES_PASSWORD"]}@postgres:5432/stsphera`,
    S3_ENDPOINT: "http://s3:8333",
    S3_PUBLIC_ENDPOINT: "https://files.example.org",
  };
  expect(productionSecretProblems(composed)).toEqual([]);
  expect(publicKeyOf(made["VAPID_PRIVATE_KEY"] ?? "")).toMatch(/^B[\w-]{86}$/);
});

test("it never writes over secrets that are in use", () => {
  make();
  const before = readFileSync(file, "utf8");
  const again = make();
  expect(again.status).toBe(1);
  expect(again.stderr).toContain("is there already");
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("every secret of the example is named there", () => {
  const example = execFileSync("cat", [join(import.meta.dirname, "env.example")], { encoding: "utf8" });
  expect(example.match(/^\w*(PASSWORD|SECRET|_KEY|CIPHER)\w*=$/gm)).toHaveLength(12);
});
