import { isWholeWalkDue, recordAuditCheck, sealAudit, walkAuditChain } from "@stsphera/core/maintenance";
import type { JobDeps, JobReport } from "./define-job.ts";
import { checkSums } from "./repair-sums.ts";
import { checkDecisions } from "./rebuild-decisions.ts";

/**
 * Compares derived sums with the ledger, and pending decisions with what should wait, and repairs both; verifies what was
 * added to the hash chain of the audit log, once a week all of it, and reports a break.
 */
export async function checkConsistency(deps: JobDeps): Promise<JobReport> {
  const { db, warn, anchors } = deps;
  const sums = await checkSums(deps);
  const decisions = await checkDecisions(deps);
  await sealAudit(db, { everything: await isWholeWalkDue(db, deps.now()) });
  const kept = await anchors.read();
  if (kept.length === 0) warn("nothing outside vouches for the audit log", new Error("no anchor is kept"));
  const { links, broken, fault, unsealed, whole } = await walkAuditChain(db, kept, deps.now());
  await recordAuditCheck(db, { links, broken, fault }, deps.now());
  if (broken !== null) {
    warn("the audit log was changed", new Error(`its chain breaks at position ${broken}: ${fault}`));
  }
  return { ...sums, decisions, links, broken, unsealed, walk: whole ? "whole" : "since the last" };
}
