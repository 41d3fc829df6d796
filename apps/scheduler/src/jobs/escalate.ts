import { randomUUID } from "node:crypto";
import { DomainError, escalateTasks, findEscalations, MAX_ESCALATED } from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import type { JobDeps } from "./define-job.ts";

/** The actor of the job: audit rows name it. */
const ESCALATIONS: SystemActor = {
  kind: "system",
  job: "escalations",
  permissions: ["settings.manage"],
};

/** Escalates what is late, in parts, until nothing is left. */
export async function escalate({
  db,
  now,
  warn,
}: Pick<JobDeps, "db" | "now" | "warn">): Promise<Record<string, number>> {
  for (let escalated = 0; ;) {
    const due = await findEscalations(db, now(), MAX_ESCALATED);
    if (due.length === 0) return { escalated };
    const ctx = { db, actor: ESCALATIONS, now: now(), requestId: randomUUID(), warn };
    const taskIds = due.map(({ taskId }) => taskId);
    escalated += await escalateTasks.run(ctx, { taskIds }).then((done) => done.escalated, unlessMoved);
  }
}

/** All of them were completed or moved in between. */
function unlessMoved(error: unknown): number {
  if (error instanceof DomainError && error.code === "not_found") return 0;
  throw error;
}
