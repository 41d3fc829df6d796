import { z } from "zod";
import { checkConsistency } from "./check-consistency.ts";
import { cleanUp } from "./clean-up.ts";
import { defineJob, type JobDefinition } from "./define-job.ts";
import { CONSISTENCY } from "./consistency.ts";
import { SWEEP, sweepUploads } from "./sweep-uploads.ts";

const nothing = z.object({}).nullish();

/** Long jobs on the database's own upkeep, by the time of the host; what users notice is in `SCHEDULE`. */
export const JOBS: readonly JobDefinition[] = [
  defineJob({
    name: "consistency",
    cron: "30 2 * * *",
    timeZone: "Europe/Moscow",
    payload: nothing,
    permissions: CONSISTENCY.permissions,
    work: (deps) => checkConsistency(deps),
  }),
  defineJob({
    name: "uploads",
    cron: "45 * * * *",
    timeZone: "Europe/Moscow",
    payload: nothing,
    permissions: SWEEP.permissions,
    work: (deps) => sweepUploads(deps),
  }),
  defineJob({
    name: "clean-up",
    cron: "15 3 * * *",
    timeZone: "Europe/Moscow",
    payload: nothing,
    permissions: [],
    work: (deps) => cleanUp(deps),
  }),
];
