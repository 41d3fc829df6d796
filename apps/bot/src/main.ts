import { createDatabase, REQUEST_LIMITS, refuseSharedSessions } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import { createLogger, onStopSignal, secretsInUrl, startServer } from "@stsphera/service";
import { createBotApi, type Update } from "@stsphera/telegram";
import { createApp } from "./app.ts";
import { readEnvironment } from "./env.ts";
import { createIngest, type Ingest } from "./ingest/create-ingest.ts";
import { startPolling } from "./ingest/polling.ts";
import { introduce, whoAmI } from "./introduce.ts";
import { moveMenuButtons } from "./menu-buttons.ts";
import { createMetrics } from "./service/metrics.ts";
import { readQueueAge, readQueueState } from "./service/queue-state.ts";

/** Time for a graceful stop after a signal, in ms. */
const STOP_MS = 20_000;

const env = readEnvironment();
const log = createLogger({
  service: "bot",
  level: env.logLevel,
  secrets: [env.botToken, env.webhookSecret, ...secretsInUrl(env.databaseUrl)],
});
const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
const db = createDatabase(env.databaseUrl, {
  max: env.databaseConnections,
  applicationName: "stsphera-bot",
  limits: REQUEST_LIMITS,
});
const clock = await createClock({ sql: db.sql, sandbox: env.sandboxClock, warn });
const api = createBotApi({ token: env.botToken, root: env.apiRoot });
const metrics = createMetrics();
const started: { ingest?: Ingest; stopPolling?: () => Promise<void> } = {};

async function receive(updates: readonly Update[]): Promise<void> {
  if (started.ingest === undefined) throw new Error("the bot has not started yet");
  await started.ingest.receive(updates);
}

const app = createApp({
  secret: env.webhookSecret,
  receive,
  warn,
  expose: metrics.expose,
  readState: () => readQueueState(db),
  ping: () => db.probe("select 1", []),
  readAges: () => readQueueAge(db.probe, clock.now()),
  isWorking: () => started.ingest !== undefined && !stopping.aborted,
});
const server = await startServer(app.fetch, { host: env.host, port: env.port });

async function stop(): Promise<void> {
  await Promise.all([server.stop(), started.stopPolling?.()]);
  await started.ingest?.stop();
  clock.stop();
  await db.close();
}

const stopping = onStopSignal(stop, { withinMs: STOP_MS, drainMs: env.drainMs, log });
await refuseSharedSessions({ url: env.databaseUrl, warn, signal: stopping });
const me = await whoAmI(api, warn, stopping);
const webApps = env.publicUrl.startsWith("https://") || env.apiRoot !== "https://api.telegram.org";
const ingest = createIngest({
  db,
  api,
  me,
  now: clock.now,
  warn,
  count: metrics.count,
  services: {
    db,
    publicUrl: env.publicUrl,
    webApps,
    adminTelegramIds: env.adminTelegramIds,
    support: env.support,
    botUsername: me.username ?? "",
    warn,
  },
});
ingest.worker.start();
started.ingest = ingest;
await introduce({ api, mode: env.mode, publicUrl: env.publicUrl, secret: env.webhookSecret });
if (env.mode === "polling") started.stopPolling = startPolling({ sql: db.sql, api, receive, warn });
if (webApps) {
  // Beside the work: a bot whose buttons wait serves all the same.
  moveMenuButtons({ api, db, publicUrl: env.publicUrl, warn, signal: stopping }).catch((error: unknown) => {
    if (!stopping.aborted) warn("the menu buttons were not set", error);
  });
}
log.info({ port: server.port, mode: env.mode }, "the bot works");
