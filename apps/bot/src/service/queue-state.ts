import type { Database, Reader } from "@stsphera/db";

export type QueueState = { waitingUpdates: number };

/** Updates stored and not yet processed. */
export async function readQueueState(db: Database): Promise<QueueState> {
  const [row] = await db.sql<QueueState[]>`
    select count(*)::int as "waitingUpdates" from bot_updates where done_at is null`;
  return { waitingUpdates: row?.waitingUpdates ?? 0 };
}

const OLDEST =
  "select received_at as at from bot_updates where done_at is null order by chat_id, update_id limit 1";

/** Seconds since the oldest update that waits was received; null when none does. */
export async function readQueueAge(read: Reader, now: Date): Promise<{ updateAgeSeconds: number | null }> {
  const [oldest] = await read<{ at: Date | string }>(OLDEST, []);
  if (oldest === undefined) return { updateAgeSeconds: null };
  return {
    updateAgeSeconds: Math.max(0, Math.round((now.getTime() - new Date(oldest.at).getTime()) / 1000)),
  };
}
