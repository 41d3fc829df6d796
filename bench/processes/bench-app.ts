import { NEWEST_MIGRATION } from "@stsphera/db";
import { createApp } from "../../apps/api/src/app.ts";
import { createAccessTokens } from "../../apps/api/src/auth/access-token.ts";
import { createChallenges } from "../../apps/api/src/auth/challenges.ts";
import { createRefreshTokens } from "../../apps/api/src/auth/refresh-tokens.ts";
import { ANSWER_WITHIN_MS } from "../../apps/api/src/limits.ts";
import { createLogger } from "../../apps/api/src/service/logger.ts";
import { createPhotoLinks } from "../../packages/core/src/index.ts";
import { createStorage } from "../../packages/storage/src/index.ts";
import type { Pools } from "./pools.ts";
import { BOT_TOKEN, JWT_SECRET } from "./secrets.ts";

const NO_LIMIT = { perSecond: 1e6, burst: 1e6 };
const NO_LIMITS = {
  person: NO_LIMIT,
  auth: NO_LIMIT,
  authCalls: NO_LIMIT,
  tries: NO_LIMIT,
  signIns: NO_LIMIT,
};

export const accessTokens = createAccessTokens(JWT_SECRET);

/** The API as in apps/api/src/main.ts, with a stopped clock and limits too high to reach. */
export function createBenchApp(
  pools: Pools,
  databaseUrl: string,
  now: Date,
  level: "info" | "error" = "info",
): ReturnType<typeof createApp> {
  const storage = {
    endpoint: "http://127.0.0.1:9",
    publicEndpoint: "http://127.0.0.1:9",
    bucket: "stsphera",
    accessKey: "KEY",
    secretKey: "signing-key-of-the-benchmark",
  };
  return createApp({
    db: pools.db,
    now: () => now,
    log: createLogger({ level, secrets: [BOT_TOKEN, JWT_SECRET, storage.secretKey, databaseUrl] }),
    links: createPhotoLinks(createStorage(storage)),
    storeState: () => Promise.resolve("ok"),
    accessTokens,
    refreshTokens: createRefreshTokens(pools.raw, JWT_SECRET),
    signIn: { botToken: BOT_TOKEN, adminTelegramIds: new Set() },
    challenges: createChallenges(pools.raw),
    passkeys: { id: "localhost", origins: ["http://localhost"] },
    publicUrl: "http://localhost",
    botUsername: () => Promise.resolve("stsphera_bot"),
    service: { stopping: false, newestMigration: NEWEST_MIGRATION },
    trustedProxies: ["127.0.0.0/8", "::1"],
    limits: NO_LIMITS,
    timeoutMs: ANSWER_WITHIN_MS,
  });
}
