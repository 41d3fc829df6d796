import { findSumDifferences, sealAudit, verifyAuditChain } from "@stsphera/core/upkeep";
import type { JobDeps, JobReport } from "./define-job.ts";

/** Proves the derived numbers against the ledger, and the audit log against its chain. What differs is told, not mended. */
export async function checkConsistency({ db, warn }: JobDeps): Promise<JobReport> {
  const differences = await findSumDifferences(db);
  for (const { sum, objectId, of, stored, ledger } of differences) {
    const what = `object ${objectId}: ${sum} ${of} is ${stored}, the ledger says ${ledger}`;
    warn("a derived number differs from the ledger", new Error(what));
  }
  await sealAudit(db, { everything: true });
  const { links, broken, unsealed } = await verifyAuditChain(db);
  if (broken !== null) warn("the audit log was changed", new Error(`its chain breaks at position ${broken}`));
  return { differences: differences.length, links, broken, unsealed };
}
