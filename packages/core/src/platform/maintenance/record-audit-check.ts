import type { Database } from "@stsphera/db";
import { latestOpsRecords, writeOpsRecord } from "../operations/index.ts";
import type { ChainState } from "./verify-audit-chain.ts";

/** Records what a check of the audit chain found, for the page of health and the alerts. */
export async function recordAuditCheck(
  db: Database,
  { links, broken, fault }: Pick<ChainState, "links" | "broken" | "fault">,
  now: Date,
): Promise<void> {
  const details: Record<string, number | string> =
    broken === null ? { links } : { links, broken, fault: fault ?? "changed" };
  await writeOpsRecord(db, { kind: "audit_check", ok: broken === null, details }, now);
}

/** Records between two checks that the chain no longer holds its last anchor; once, until a check finds it whole. */
export async function recordLostAnchor(db: Database, error: Error, now: Date): Promise<void> {
  const { audit_check: newest } = await latestOpsRecords(db);
  if (newest?.ok === false) return;
  const details = { fault: "cut_off", error: error.message };
  await writeOpsRecord(db, { kind: "audit_check", ok: false, details }, now);
}
