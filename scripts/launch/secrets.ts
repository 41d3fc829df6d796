import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = {
  TELEGRAM_BOT_TOKEN: string;
  WEBHOOK_SECRET: string;
  JWT_SECRET: string;
  S3_ACCESS_KEY: string;
  S3_SECRET_KEY: string;
  VAPID_PRIVATE_KEY: string;
};

/** Prefix of generated secrets, by which production refuses them. */
const MARK = "dev-";

const random = (bytes: number) => randomBytes(bytes).toString("base64url");

function makeSecrets(): Secrets {
  return {
    // Same format as a real token: 35 characters after the colon.
    TELEGRAM_BOT_TOKEN: `7000000001:AA${random(25).slice(0, 33)}`,
    WEBHOOK_SECRET: `${MARK}${random(24)}`,
    JWT_SECRET: `${MARK}${random(48)}`,
    S3_ACCESS_KEY: randomBytes(10).toString("hex").toUpperCase(),
    S3_SECRET_KEY: `${MARK}${random(30)}`,
    // 32 bytes whose text begins with the mark.
    VAPID_PRIVATE_KEY: `${MARK}${random(29)}`,
  };
}

/**
 * Development secrets, generated at the first start and readable by the data folder's owner only. A folder of an older
 * version gets those that came since.
 */
export function developmentSecrets(folder: string): Secrets {
  const path = join(folder, "secrets.json");
  const kept: Partial<Secrets> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const secrets = { ...makeSecrets(), ...kept };
  if (Object.keys(secrets).length > Object.keys(kept).length)
    writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
