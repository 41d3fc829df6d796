import { randomUUID } from "node:crypto";
import { closeOverdueShift, DomainError, findOverdueShifts } from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import type { JobDeps } from "./define-job.ts";

/** The actor of the job: audit rows name it. */
const CLOSER: SystemActor = {
  kind: "system",
  job: "shift-closings",
  permissions: ["settings.manage"],
};

/** Closes the shifts that nobody closed by 12:00 of the next working day; two schedulers close each once. */
export async function closeShifts({
  db,
  now,
  warn,
}: Pick<JobDeps, "db" | "now" | "warn">): Promise<Record<string, number>> {
  const due = await findOverdueShifts(db, now());
  let closed = 0;
  for (const shift of due) {
    const ctx = { db, actor: CLOSER, now: now(), requestId: randomUUID(), warn };
    closed += await closeOverdueShift.run(ctx, shift).then(() => 1, unlessClosed);
  }
  return { closed };
}

/** Somebody, or another scheduler, was quicker. */
function unlessClosed(error: unknown): number {
  if (error instanceof DomainError && (error.code === "not_found" || error.code === "conflict")) return 0;
  throw error;
}
