import { type DecisionDifference, rebuildDecisions } from "@stsphera/core";
import { CONSISTENCY } from "./consistency.ts";
import type { JobDeps } from "./define-job.ts";

type Deps = Pick<JobDeps, "db" | "now" | "warn">;

/**
 * Up to this number each difference is logged; above it only their number, e.g. when the table is filled for the first
 * time.
 */
const TOLD = 20;

/** Compares pending decisions with what should wait, repairs and logs differences; returns their number. */
export async function checkDecisions({ db, now, warn }: Deps): Promise<number> {
  const { differences } = await rebuildDecisions({ db, now: now(), warn, actor: CONSISTENCY });
  for (const difference of differences.slice(0, TOLD)) tell(warn, difference);
  if (differences.length > TOLD) {
    const rest = new Error(`${differences.length - TOLD} more decisions differed`);
    warn("what waits for decisions was rebuilt", rest);
  }
  return differences.length;
}

/**
 * Runs this check when the scheduler starts, because a migration may have emptied the table. An error does not stop the
 * start.
 */
export async function checkDecisionsAtStart(deps: Deps): Promise<void> {
  try {
    await checkDecisions(deps);
  } catch (error) {
    deps.warn("what waits for decisions was not compared", error);
  }
}

function tell(warn: Deps["warn"], { entityType, entityId, kind, stored, due }: DecisionDifference): void {
  const [was, should] = [stored, due].map((row) => (row === null ? "nothing" : JSON.stringify(row)));
  const what = `${entityType} ${entityId}: of ${kind} stood ${was}, due is ${should}`;
  warn("a decision differs from the thing that waits", new Error(what));
}
