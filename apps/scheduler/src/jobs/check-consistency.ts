import { sealAudit, verifyAuditChain } from "@stsphera/core/maintenance";
import type { JobDeps, JobReport } from "./define-job.ts";
import { checkSums } from "./repair-sums.ts";
import { checkDecisions } from "./rebuild-decisions.ts";

/**
 * Compares derived sums with the ledger, and pending decisions with what should wait, and repairs both; verifies the
 * hash chain of the audit log and reports a break.
 */
export async function checkConsistency(deps: JobDeps): Promise<JobReport> {
  const { db, warn, anchors } = deps;
  const sums = await checkSums(deps);
  const decisions = await checkDecisions(deps);
  await sealAudit(db, { everything: true });
  const kept = await anchors.read();
  if (kept.length === 0) warn("nothing outside vouches for the audit log", new Error("no anchor is kept"));
  const { links, broken, fault, unsealed } = await verifyAuditChain(db, kept);
  if (broken !== null) {
    warn("the audit log was changed", new Error(`its chain breaks at position ${broken}: ${fault}`));
  }
  return { ...sums, decisions, links, broken, unsealed };
}
