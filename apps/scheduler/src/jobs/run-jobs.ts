import type { Logger } from "@stsphera/service";
import { PgBoss } from "pg-boss";
import type { JobDefinition, JobDeps } from "./define-job.ts";

export type RunningJobs = {
  /** Runs a job once, outside its schedule. */
  runNow(name: string): Promise<void>;
  stop(): Promise<void>;
};

const STOP_MS = 2_000;
const QUEUE = {
  retryLimit: 3,
  retryBackoff: true,
  heartbeatSeconds: 10,
  expireInSeconds: 3_600,
  policy: "singleton",
} as const;

export type RunJobs = {
  databaseUrl: string;
  jobs: readonly JobDefinition[];
  deps: JobDeps;
  log: Logger;
};

/** Runs the scheduled jobs; with several processes each run happens in one of them. */
export async function runJobs({ databaseUrl, jobs, deps, log }: RunJobs): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "stsphera-jobs",
    max: 2,
    // The migrate step creates it, because the services' login may not create schemas.
    createSchema: false,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the job runner has trouble"));
  await boss.start();
  // A former release scheduled jobs that nobody works on any more: their queues would only grow.
  for (const { name } of await boss.getSchedules())
    if (!jobs.some((job) => job.name === name)) await boss.unschedule(name);
  for (const job of jobs) {
    await boss.createQueue(job.name, QUEUE);
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async ([task]) => {
      const report = await job.work(deps, task?.data);
      log.info({ job: job.name, ...report }, "job done");
    });
    await boss.schedule(job.name, job.cron, null, { tz: job.timeZone });
  }
  return {
    runNow: async (name) => {
      await boss.send(name, null);
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS, close: true }),
  };
}
