import { setTimeout as sleep } from "node:timers/promises";
import { MOST_ATTEMPTS } from "@stsphera/core/relay";
import { createDatabase } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import { createStorage } from "@stsphera/storage";
import { createBotApi } from "@stsphera/telegram";
import { awaitDatabase } from "./await-database.ts";
import { readEnvironment } from "./env.ts";
import { JOBS } from "./jobs/index.ts";
import { type RunningJobs, runJobs } from "./jobs/run-jobs.ts";
import { type Scheduler, startScheduler } from "./scheduler.ts";
import { createHealth } from "./service/health.ts";
import { createLogger } from "./service/logger.ts";
import { createMetrics } from "./service/metrics.ts";
import { readQueueState } from "./service/queue-state.ts";
import { serve } from "./service/serve.ts";

/** After a signal to stop: for the work in hand, for the connections, for everything. */
const IN_HAND_MS = 2_500;
const CLOSE_MS = 1_000;
const STOP_MS = 8_000;

const env = readEnvironment();
const log = createLogger({
  level: env.logLevel,
  secrets: [env.botToken, env.storage.secretKey, new URL(env.databaseUrl).password],
});
const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
const db = createDatabase(env.databaseUrl, {
  max: env.databaseConnections,
  applicationName: "stsphera-scheduler",
});
const clock = await createClock({ sql: db.sql, sandbox: env.sandboxClock, warn });
const stopping = new AbortController();
const started: { scheduler?: Scheduler; jobs?: RunningJobs } = {};

const health = await serve(
  createHealth({
    metrics: createMetrics(),
    isStarted: () => started.jobs !== undefined,
    isStopping: () => stopping.signal.aborted,
    readQueues: async () => {
      try {
        return await readQueueState(db, clock.now(), MOST_ATTEMPTS);
      } catch (error) {
        warn("the queues cannot be read", error);
        return null;
      }
    },
  }),
  env.host,
  env.port,
);

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  log.info({ signal }, "the scheduler stops");
  setTimeout(() => {
    log.error("the scheduler did not stop in time");
    process.exit(1);
  }, STOP_MS).unref();
  await Promise.all([started.scheduler?.stop(IN_HAND_MS), started.jobs?.stop()]);
  clock.stop();
  // After a lost connection the client may wait long for its end, with nothing in hand any more.
  await Promise.race([Promise.all([db.close(), health.close()]), sleep(CLOSE_MS)]);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "the scheduler did not stop cleanly");
        process.exit(1);
      },
    );
  });
}

await awaitDatabase(db, warn, stopping.signal);
started.scheduler = await startScheduler({
  db,
  now: clock.now,
  warn,
  api: createBotApi({ token: env.botToken, root: env.apiRoot }),
  storage: createStorage(env.storage),
  publicUrl: env.publicUrl,
});
started.jobs = await runJobs({
  databaseUrl: env.databaseUrl,
  jobs: JOBS,
  deps: { db, now: clock.now, warn },
  log,
});
log.info({ port: health.port }, "the scheduler works");
