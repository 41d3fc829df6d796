import { z } from "zod";
import { checkConsistency } from "./check-consistency.ts";
import { cleanUp } from "./clean-up.ts";
import { CLOSER, closeShifts } from "./close-shifts.ts";
import { defineJob, type JobDefinition } from "./define-job.ts";
import { CONSISTENCY } from "./consistency.ts";
import { DELEGATIONS, expireDelegations } from "./expire-delegations.ts";
import { remindOfReturned, REMINDERS } from "./remind-of-returned.ts";
import { SWEEP, sweepUploads } from "./sweep-uploads.ts";

const nothing = z.object({}).nullish();

/** All scheduled jobs. */
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
    name: "delegations",
    cron: "5 * * * *",
    timeZone: "Europe/Moscow",
    payload: nothing,
    permissions: DELEGATIONS.permissions,
    work: (deps) => expireDelegations(deps),
  }),
  defineJob({
    name: "returned-reminders",
    cron: "*/5 * * * *",
    timeZone: "Europe/Moscow",
    payload: nothing,
    permissions: REMINDERS.permissions,
    work: (deps) => remindOfReturned(deps),
  }),
  defineJob({
    name: "shift-closings",
    cron: "*/10 * * * *",
    timeZone: "Europe/Moscow",
    payload: nothing,
    permissions: CLOSER.permissions,
    work: (deps) => closeShifts(deps),
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
