import { randomUUID } from "node:crypto";
import {
  type Context,
  DomainError,
  escalateDefects,
  escalateTasks,
  findEscalations,
  findLateDefects,
  MAX_ESCALATED,
} from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import type { JobDeps } from "./define-job.ts";

/** The actor of the job: audit rows name it. */
const ESCALATIONS: SystemActor = {
  kind: "system",
  job: "escalations",
  permissions: ["settings.manage"],
};

type Deps = Pick<JobDeps, "db" | "now" | "warn">;

/** Escalates the tasks and the defects that are late, in parts, until nothing is left. */
export async function escalate(deps: Deps): Promise<Record<string, number>> {
  const { db, now } = deps;
  const escalated = await inParts(
    deps,
    async () => (await findEscalations(db, now(), MAX_ESCALATED)).map(({ taskId }) => taskId),
    (ctx, taskIds) => escalateTasks.run(ctx, { taskIds }),
  );
  const defects = await inParts(
    deps,
    async () => (await findLateDefects(db, now(), MAX_ESCALATED)).map(({ id }) => id),
    (ctx, defectIds) => escalateDefects.run(ctx, { defectIds }),
  );
  return { escalated, defects };
}

async function inParts(
  { db, now, warn }: Deps,
  find: () => Promise<number[]>,
  run: (ctx: Context, ids: number[]) => Promise<{ escalated: number }>,
): Promise<number> {
  for (let escalated = 0; ;) {
    const due = await find();
    if (due.length === 0) return escalated;
    const ctx = { db, actor: ESCALATIONS, now: now(), requestId: randomUUID(), warn };
    escalated += await run(ctx, due).then((done) => done.escalated, unlessMoved);
  }
}

/** All of them were completed or moved in between. */
function unlessMoved(error: unknown): number {
  if (error instanceof DomainError && error.code === "not_found") return 0;
  throw error;
}
