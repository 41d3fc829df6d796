import { officeDaysAround, type ReadOfficeDays } from "./office-days.ts";
import type { DueRow, PacedRow, ScheduleDeps } from "./schedule-row.ts";
import { sweepDue } from "./sweep-due.ts";
import { sweepPaced } from "./sweep-paced.ts";

export type Schedule<Deps extends ScheduleDeps = ScheduleDeps> = {
  due: readonly DueRow[];
  paced: readonly PacedRow<Deps>[];
  readOfficeDays: ReadOfficeDays;
};

/** What the rows did, by their jobs; rows with nothing to do are absent. */
export type Swept = Record<string, Readonly<Record<string, number>>>;

/**
 * Does what the product's clock has made due, once whatever the number of schedulers. A row that fails is reported and
 * keeps no other from running; it is tried again at the next sweep, or in its next period.
 */
export async function sweepSchedule<Deps extends ScheduleDeps>(
  deps: Deps,
  { due, paced, readOfficeDays }: Schedule<Deps>,
): Promise<Swept> {
  const swept: Swept = {};
  const officeDays = await officeDaysAround(readOfficeDays, deps.db, deps.now());
  const attempt = async (job: string, work: () => Promise<Readonly<Record<string, number>> | null>) => {
    try {
      const done = await work();
      if (done !== null) swept[job] = done;
    } catch (error) {
      deps.warn(`${job} of the schedule failed`, error);
    }
  };
  for (const row of due) {
    await attempt(row.job, async () => {
      const told = await sweepDue(deps, row, officeDays);
      return told === 0 ? null : { told };
    });
  }
  for (const row of paced) await attempt(row.job, () => sweepPaced(deps, row));
  return swept;
}
