import { setTimeout as sleep } from "node:timers/promises";
import { MAX_ATTEMPTS } from "@stsphera/core/notify";
import { createAnchorStore } from "@stsphera/core/maintenance";
import { createDatabase, JOB_LIMITS, refuseSharedSessions } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import {
  createHealth,
  createLogger,
  createProbes,
  createStoreWatch,
  onStopSignal,
  startServer,
} from "@stsphera/service";
import { createStorage } from "@stsphera/storage";
import { createBotApi } from "@stsphera/telegram";
import { createSenders } from "./alerts/create-senders.ts";
import { createPushSender } from "./push/create-sender.ts";
import { awaitDatabase } from "./await-database.ts";
import { readEnvironment, secretsOf } from "./env.ts";
import { startFileProcess } from "./files/file-process.ts";
import type { FileWork } from "./files/file-work.ts";
import { JOBS } from "./jobs/index.ts";
import { SCHEDULE } from "./jobs/schedule.ts";
import { checkDecisionsAtStart } from "./jobs/rebuild-decisions.ts";
import { type RunningJobs, runJobs } from "./jobs/run-jobs.ts";
import { startScheduleLoop } from "./loops/schedule-loop.ts";
import type { Loop } from "./loops/loop.ts";
import { type Scheduler, startScheduler } from "./scheduler.ts";
import { createGroupAppUrl } from "./service/group-app-url.ts";
import { createMetrics } from "./service/metrics.ts";
import { readQueueAges } from "./service/queue-state.ts";
import { readSchedulerState } from "./service/scheduler-state.ts";

/** Time limits of a graceful stop in ms: for current work, for the process of files, for connections, in total. */
const IN_HAND_MS = 2_500;
const FILES_MS = 5_500;
const CLOSE_MS = 1_000;
const STOP_MS = 8_000;

const env = readEnvironment();
const log = createLogger({
  service: "scheduler",
  level: env.logLevel,
  secrets: secretsOf(env),
});
const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
const db = createDatabase(env.databaseUrl, {
  max: env.databaseConnections,
  applicationName: "stsphera-scheduler",
  limits: JOB_LIMITS,
});
const clock = await createClock({ sql: db.sql, sandbox: env.sandboxClock, warn });
const started: { files?: FileWork; scheduler?: Scheduler; jobs?: RunningJobs; schedule?: Loop } = {};

const storage = createStorage(env.storage);
const storeState = createStoreWatch({ hasBucket: () => storage.hasBucket(), warn });
const probes = createProbes({ publicUrl: env.publicUrl, storeState, now: clock.now, warn });
const health = createHealth({
  isWorking: () => started.jobs !== undefined && !stopping.aborted,
  readState: () => readSchedulerState(db, clock.now(), probes),
  ping: () => db.probe("select 1", []),
  readAges: () => readQueueAges(db.probe, clock.now(), MAX_ATTEMPTS),
  expose: createMetrics().expose,
  storeState,
  warn,
});
const server = await startServer(health.fetch, { host: env.host, port: env.port });

async function stop(): Promise<void> {
  await Promise.all([
    started.files?.stop(FILES_MS),
    started.scheduler?.stop(IN_HAND_MS),
    started.jobs?.stop(),
    started.schedule?.stop(),
  ]);
  clock.stop();
  // After a lost connection the client may take long to close, although no work is left.
  await Promise.race([Promise.all([db.close(), server.stop()]), sleep(CLOSE_MS)]);
}

const stopping = onStopSignal(stop, { withinMs: STOP_MS, log });
await awaitDatabase(db, warn, stopping);
await refuseSharedSessions({ url: env.databaseUrl, warn, signal: stopping });
const api = createBotApi({ token: env.botToken, root: env.apiRoot });
const groupAppUrl = createGroupAppUrl({ username: env.botUsername, shortName: env.appShortName, api, warn });
groupAppUrl();
started.scheduler = await startScheduler({
  db,
  now: clock.now,
  warn,
  api,
  storage,
  publicUrl: env.publicUrl,
  groupAppUrl,
  probes,
  push:
    env.push === null
      ? null
      : { publicKey: env.push.publicKey, send: createPushSender(env.push, { now: clock.now }) },
  alerts: { watches: env.alerts.watches, senders: createSenders(env.alerts, { now: clock.now }) },
});
started.files = startFileProcess({ warn });
started.jobs = await runJobs({
  databaseUrl: env.databaseUrl,
  jobs: JOBS,
  deps: { db, now: clock.now, warn, anchors: createAnchorStore(storage), store: storage },
  log,
});
started.schedule = startScheduleLoop(
  { db, now: clock.now, warn, swept: (report) => log.info({ report }, "the schedule was swept") },
  SCHEDULE,
);
await checkDecisionsAtStart({ db, now: clock.now, warn });
log.info({ port: server.port }, "the scheduler works");
