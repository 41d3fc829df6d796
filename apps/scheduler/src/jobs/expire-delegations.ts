import { randomUUID } from "node:crypto";
import { expireDelegation, findExpiredDelegations } from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import type { JobDeps } from "./define-job.ts";

/** The actor of the job: audit rows name it. */
const DELEGATIONS: SystemActor = {
  kind: "system",
  job: "delegations",
  permissions: ["settings.manage"],
};

/** Ends delegations whose last day is over. */
export async function expireDelegations({
  db,
  now,
  warn,
}: Pick<JobDeps, "db" | "now" | "warn">): Promise<Record<string, number>> {
  const ids = await findExpiredDelegations(db, now());
  for (const delegationId of ids) {
    const ctx = { db, actor: DELEGATIONS, now: now(), requestId: randomUUID(), warn };
    await expireDelegation.run(ctx, { delegationId });
  }
  return { expired: ids.length };
}
