// The process of the scheduler that works on files: started by file-process.ts, with the scheduler's own settings.
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase, JOB_LIMITS } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import { createLogger, onStopSignal } from "@stsphera/service";
import { createStorage } from "@stsphera/storage";
import { createBotApi } from "@stsphera/telegram";
import { awaitDatabase } from "../await-database.ts";
import { readEnvironment, secretsOf } from "../env.ts";
import { type FileWork, startFileWork } from "./file-work.ts";

/** Time limits of a graceful stop in ms, shorter than those of the scheduler, which waits for it. */
const IN_HAND_MS = 2_000;
const CLOSE_MS = 500;
const STOP_MS = 5_000;
/** Two files at a time, and the lease of each. */
const CONNECTIONS = 2;

const env = readEnvironment();
const log = createLogger({ service: "files", level: env.logLevel, secrets: secretsOf(env) });
const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
const db = createDatabase(env.databaseUrl, {
  max: CONNECTIONS,
  applicationName: "stsphera-files",
  limits: JOB_LIMITS,
});
const clock = await createClock({ sql: db.sql, sandbox: env.sandboxClock, warn });
const started: { work?: FileWork } = {};

async function stop(): Promise<void> {
  await started.work?.stop(IN_HAND_MS);
  clock.stop();
  // After a lost connection the client may take long to close, although no work is left.
  await Promise.race([db.close(), sleep(CLOSE_MS)]);
}

const stopping = onStopSignal(stop, { withinMs: STOP_MS, log });
// Without its scheduler this process ends: the next scheduler starts one of its own.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
await awaitDatabase(db, warn, stopping);
started.work = startFileWork({
  db,
  api: createBotApi({ token: env.botToken, root: env.apiRoot }),
  storage: createStorage(env.storage),
  now: clock.now,
  warn,
});
log.info("files are worked");
