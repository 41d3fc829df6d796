import { randomUUID } from "node:crypto";
import { giveUpUnsentFiles, sweepReceived } from "@stsphera/core/files";
import type { SystemActor } from "@stsphera/rbac";
import type { JobDeps, JobReport } from "./define-job.ts";

export const SWEEP: SystemActor = { kind: "system", job: "uploads", permissions: ["fact.enter"] };

/** Gives up uploads that never came, and removes received bytes that nobody waits for. */
export async function sweepUploads({ db, now, warn, store }: Omit<JobDeps, "anchors">): Promise<JobReport> {
  const ctx = { db, actor: SWEEP, now: now(), requestId: randomUUID(), warn };
  const unsent = await giveUpUnsentFiles(ctx);
  return { unsent, swept: await sweepReceived(db, store, now()) };
}
