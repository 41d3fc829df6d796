import { type Schedule, sweepSchedule, type Swept } from "@stsphera/core/schedule";
import type { JobDeps } from "../jobs/define-job.ts";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 1_000;
const MINUTE_MS = 60_000;

type Deps = Pick<JobDeps, "db" | "now" | "warn"> & { swept: (report: Swept) => void };

/** Sweeps the schedule in every minute of the product's clock; when that is moved on, at once. */
export function startScheduleLoop<D extends Deps>(deps: D, schedule: Schedule<D>): Loop {
  let last = Number.NaN;
  return startLoop({
    name: "the schedule",
    pollMs: POLL_MS,
    warn: deps.warn,
    work: async () => {
      const minute = Math.floor(deps.now().getTime() / MINUTE_MS);
      if (minute === last) return false;
      const report = await sweepSchedule(deps, schedule);
      last = minute;
      const done = Object.entries(report).filter(([, numbers]) =>
        Object.values(numbers).some((one) => one > 0),
      );
      if (done.length > 0) deps.swept(Object.fromEntries(done));
      return false;
    },
  });
}
