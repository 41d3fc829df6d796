import { serve } from "@hono/node-server";
import { createDatabase } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import { createBotApi, type Update } from "@stsphera/telegram";
import { createApp } from "./app.ts";
import { readEnvironment } from "./env.ts";
import { createIngest, type Ingest } from "./ingest/create-ingest.ts";
import { startPolling } from "./ingest/polling.ts";
import { introduce, whoAmI } from "./introduce.ts";
import { createLogger } from "./service/logger.ts";
import { createMetrics } from "./service/metrics.ts";

const STOP_MS = 8_000;

const env = readEnvironment();
const log = createLogger({
  level: env.logLevel,
  secrets: [env.botToken, env.webhookSecret, new URL(env.databaseUrl).password],
});
const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
const db = createDatabase(env.databaseUrl, { max: env.databaseConnections, applicationName: "stsphera-bot" });
const clock = await createClock({ sql: db.sql, sandbox: env.sandboxClock, warn });
const api = createBotApi({ token: env.botToken, root: env.apiRoot });
const metrics = createMetrics();
const stopping = new AbortController();
const started: { ingest?: Ingest; stopPolling?: () => Promise<void> } = {};

async function receive(updates: readonly Update[]): Promise<void> {
  if (started.ingest === undefined) throw new Error("the bot has not started yet");
  await started.ingest.receive(updates);
}

async function waitingUpdates(): Promise<number | null> {
  try {
    const [row] = await db.sql<{ waiting: number }[]>`
      select count(*)::int as waiting from bot_updates where done_at is null`;
    return row?.waiting ?? 0;
  } catch (error) {
    warn("the database does not answer", error);
    return null;
  }
}

const app = createApp({
  secret: env.webhookSecret,
  receive,
  warn,
  metrics,
  waitingUpdates,
  isWorking: () => started.ingest !== undefined && !stopping.signal.aborted,
});
const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port });

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  log.info({ signal }, "the bot stops");
  setTimeout(() => {
    log.error("the bot did not stop in time");
    process.exit(1);
  }, STOP_MS).unref();
  await started.stopPolling?.();
  await started.ingest?.stop();
  clock.stop();
  server.close();
  await db.close();
}
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "the bot did not stop cleanly");
        process.exit(1);
      },
    );
  });
}

const me = await whoAmI(api, warn, stopping.signal);
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
    webApps: env.publicUrl.startsWith("https://") || env.apiRoot !== "https://api.telegram.org",
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
log.info({ port: env.port, mode: env.mode }, "the bot works");
