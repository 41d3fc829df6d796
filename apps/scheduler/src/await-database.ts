import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@stsphera/db";

const FIRST_MS = 250;
const MAX_MS = 5_000;

/** Waits until the database answers, so that a process started before it does not exit. */
export async function awaitDatabase(
  db: Database,
  warn: (message: string, error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let restMs = FIRST_MS; ; restMs = Math.min(MAX_MS, restMs * 2)) {
    signal.throwIfAborted();
    try {
      await db.sql`select 1`;
      return;
    } catch (error) {
      if (restMs === FIRST_MS || restMs === MAX_MS) warn("the database does not answer yet", error);
      await sleep(restMs, undefined, { signal });
    }
  }
}
