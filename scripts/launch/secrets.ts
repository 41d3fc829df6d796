import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = {
  TELEGRAM_BOT_TOKEN: string;
  WEBHOOK_SECRET: string;
  JWT_SECRET: string;
  S3_ACCESS_KEY: string;
  S3_SECRET_KEY: string;
};

/** Tells generated secrets from real ones: production refuses them by it. */
const MARK = "dev-";

const random = (bytes: number) => randomBytes(bytes).toString("base64url");

function makeSecrets(): Secrets {
  return {
    // The form of a real token: 35 characters after the colon.
    TELEGRAM_BOT_TOKEN: `7000000001:AA${random(25).slice(0, 33)}`,
    WEBHOOK_SECRET: `${MARK}${random(24)}`,
    JWT_SECRET: `${MARK}${random(48)}`,
    S3_ACCESS_KEY: randomBytes(10).toString("hex").toUpperCase(),
    S3_SECRET_KEY: `${MARK}${random(30)}`,
  };
}

/** Development secrets, made at the first start and kept in the data folder for its owner alone. */
export function developmentSecrets(folder: string): Secrets {
  const path = join(folder, "secrets.json");
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600 });
  return JSON.parse(readFileSync(path, "utf8"));
}
