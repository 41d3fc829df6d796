import { MAX_ATTEMPTS } from "@stsphera/core/notify";
import { readSystemState, type SystemProbes, type SystemState } from "@stsphera/core/watch";
import type { Database } from "@stsphera/db";
import { type QueueState, readQueueState } from "./queue-state.ts";

/** The queues, and the installation as the administrator's page judges it. */
export type SchedulerState = QueueState & { system: SystemState };

export async function readSchedulerState(
  db: Database,
  now: Date,
  probes: () => Promise<SystemProbes>,
): Promise<SchedulerState> {
  const [queues, system] = await Promise.all([
    readQueueState(db, now, MAX_ATTEMPTS),
    probes().then((seen) => readSystemState(db, now, seen)),
  ]);
  return { ...queues, system };
}
