import { randomUUID } from "node:crypto";
import { findSumDifferences, repairSums, type SumDifference } from "@stsphera/core/sums";
import { CONSISTENCY } from "./consistency.ts";
import type { JobDeps } from "./define-job.ts";

export type SumsReport = {
  /** Derived sums that differed from the ledger. */
  differences: number;
  /** Number of repaired sums. */
  mended: number;
};

/** Finds sums that differ from the ledger, logs each and repairs them object by object until none differs. */
export async function checkSums(deps: JobDeps): Promise<SumsReport> {
  const done = new Set<number>();
  const report = { differences: 0, mended: 0 };
  for (;;) {
    const differences = await findSumDifferences(deps.db);
    if (differences.length === 0) return report;
    const objectId = differences.map((difference) => difference.objectId).find((one) => !done.has(one));
    if (objectId === undefined) throw new Error("mended sums differ from the ledger again");
    const ofObject = differences.filter((difference) => difference.objectId === objectId);
    for (const difference of ofObject) tell(deps, difference);
    const ctx = { db: deps.db, actor: CONSISTENCY, now: deps.now(), requestId: randomUUID() };
    const { mended } = await repairSums.run({ ...ctx, warn: deps.warn }, { objectId });
    report.differences += Math.max(mended, ofObject.length);
    report.mended += mended;
    done.add(objectId);
  }
}

function tell({ warn }: JobDeps, { sum, objectId, of, stored, ledger }: SumDifference): void {
  const what = `object ${objectId}: ${sum} ${of} is ${stored}, the ledger says ${ledger}`;
  warn("a derived number differs from the ledger", new Error(what));
}
