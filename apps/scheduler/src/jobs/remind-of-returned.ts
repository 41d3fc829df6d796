import { randomUUID } from "node:crypto";
import { findReturnedReminders, remindReturned } from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import type { JobDeps } from "./define-job.ts";

/** The actor of the job: audit rows name it. */
const REMINDERS: SystemActor = {
  kind: "system",
  job: "returned-reminders",
  permissions: ["settings.manage"],
};

/** Reminds authors of their returned entries, 45 minutes before the shift of the object. */
export async function remindOfReturned({
  db,
  now,
  warn,
}: Pick<JobDeps, "db" | "now" | "warn">): Promise<Record<string, number>> {
  const due = await findReturnedReminders(db, now());
  for (const { objectId, userId } of due) {
    const ctx = { db, actor: REMINDERS, now: now(), requestId: randomUUID(), warn };
    await remindReturned.run(ctx, { objectId, userId });
  }
  return { reminded: due.length };
}
