import { createDatabase, NEWEST_MIGRATION, REQUEST_LIMITS, refuseSharedSessions } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import { createPhotoLinks } from "@stsphera/core";
import {
  createProbes,
  createStoreWatch,
  onStopSignal,
  type RunningServer,
  secretsInUrl,
  startServer,
} from "@stsphera/service";
import { createStorage } from "@stsphera/storage";
import { createBotApi } from "@stsphera/telegram";
import { createApp } from "./app.ts";
import { createAccessTokens } from "./auth/access-token.ts";
import { createChallenges } from "./auth/challenges.ts";
import { createRefreshTokens } from "./auth/refresh-tokens.ts";
import { readEnvironment } from "./env.ts";
import { ANSWER_WITHIN_MS, LIMITS } from "./limits.ts";
import { createBotUsername } from "./service/bot-username.ts";
import { createLogger } from "./service/logger.ts";

/** Time for a graceful stop after a signal, in ms. */
const STOP_MS = 20_000;

const env = readEnvironment();
const { botToken, jwtSecret, storage } = env;
const log = createLogger({
  level: env.logLevel,
  secrets: [botToken, jwtSecret, storage.accessKey, storage.secretKey, ...secretsInUrl(env.databaseUrl)],
});
const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
const db = createDatabase(env.databaseUrl, {
  max: env.databaseConnections,
  applicationName: "stsphera-api",
  limits: REQUEST_LIMITS,
});
const clock = await createClock({
  sql: db.sql,
  sandbox: env.sandboxClock,
  warn,
});
const service = { stopping: false, newestMigration: NEWEST_MIGRATION };
const store = createStorage(storage);
const storeState = createStoreWatch({ hasBucket: () => store.hasBucket(), warn });
const app = createApp({
  db,
  now: clock.now,
  log,
  links: createPhotoLinks(store),
  storeState,
  probes: createProbes({ publicUrl: env.publicUrl, storeState, now: clock.now, warn }),
  accessTokens: createAccessTokens(jwtSecret),
  refreshTokens: createRefreshTokens(db.sql, jwtSecret),
  botUsername: createBotUsername(env.botUsername, createBotApi({ token: botToken, root: env.apiRoot })),
  signIn: { botToken, adminTelegramIds: env.adminTelegramIds },
  challenges: createChallenges(db.sql),
  passkeys: { id: env.passkeyHost, origins: [new URL(env.publicUrl).origin] },
  publicUrl: env.publicUrl,
  service,
  trustedProxies: env.trustedProxies,
  limits: LIMITS,
  timeoutMs: ANSWER_WITHIN_MS,
});
const started: { server?: RunningServer } = {};

async function stop(): Promise<void> {
  await started.server?.stop();
  clock.stop();
  await db.close();
}

const stopping = onStopSignal(stop, { withinMs: STOP_MS, drainMs: env.drainMs, log });
stopping.addEventListener("abort", () => (service.stopping = true));
await refuseSharedSessions({ url: env.databaseUrl, warn, signal: stopping });
started.server = await startServer(app.fetch, { host: env.host, port: env.port });
log.info({ port: started.server.port }, "the API listens");
