import type { Database } from "@stsphera/db";

export type QueueState = { waitingUpdates: number };

/** Updates stored and not yet processed. */
export async function readQueueState(db: Database): Promise<QueueState> {
  const [row] = await db.sql<QueueState[]>`
    select count(*)::int as "waitingUpdates" from bot_updates where done_at is null`;
  return { waitingUpdates: row?.waitingUpdates ?? 0 };
}
