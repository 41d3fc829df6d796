import { NEWEST_MIGRATION } from "@stsphera/db";
import { createApp } from "../../apps/api/src/app.ts";
import { createAccessTokens } from "../../apps/api/src/auth/access-token.ts";
import { createChallenges } from "../../apps/api/src/auth/challenges.ts";
import { createRefreshTokens } from "../../apps/api/src/auth/refresh-tokens.ts";
import { ANSWER_WITHIN_MS } from "../../apps/api/src/limits.ts";
import { createLogger } from "../../apps/api/src/service/logger.ts";
import { startServer } from "../../apps/api/src/service/server.ts";
import { createPhotoLinks } from "../../packages/core/src/index.ts";
import { createStorage } from "../../packages/storage/src/index.ts";
import { answerParent } from "./answer-parent.ts";
import { openPools, type Pools, preparedTexts } from "./pools.ts";
import { createRecorder } from "./recording.ts";
import { BOT_TOKEN, JWT_SECRET } from "./secrets.ts";

// The API as in apps/api/src/main.ts, with a stopped clock and limits too high to reach.
const NO_LIMIT = { perSecond: 1e6, burst: 1e6 };
const NO_LIMITS = {
  person: NO_LIMIT,
  costly: NO_LIMIT,
  auth: NO_LIMIT,
  authCalls: NO_LIMIT,
  tries: NO_LIMIT,
  signIns: NO_LIMIT,
};

type Opened = { pools: Pools; recorder: ReturnType<typeof createRecorder>; now: Date };
let opened: Opened | undefined;
const accessTokens = createAccessTokens(JWT_SECRET);

function current(): Opened {
  if (opened === undefined) throw new Error("the API was not opened");
  return opened;
}

answerParent({
  async open({ databaseUrl, now }: { databaseUrl: string; now: Date }) {
    const pools = openPools(databaseUrl, "stsphera-api");
    const storage = {
      endpoint: "http://127.0.0.1:9",
      publicEndpoint: "http://127.0.0.1:9",
      bucket: "stsphera",
      accessKey: "KEY",
      secretKey: "signing-key-of-the-benchmark",
    };
    const app = createApp({
      db: pools.db,
      now: () => now,
      log: createLogger({ level: "info", secrets: [BOT_TOKEN, JWT_SECRET, storage.secretKey, databaseUrl] }),
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
    const { port } = await startServer(app.fetch, { host: "127.0.0.1", port: 0 });
    opened = { pools, recorder: createRecorder(pools), now };
    return `http://127.0.0.1:${port}`;
  },
  token: (userId: number) => accessTokens.issue(userId, current().now),
  record: () => current().recorder.start(),
  recorded: () => current().recorder.stop(),
  prepared: () => preparedTexts(current().pools),
});
