import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { MIGRATION_LOCK_WAIT } from "./time-limits.ts";

export type Patience = {
  /** Longest wait for a lock, as PostgreSQL writes it. */
  lockTimeout?: string;
  tries?: number;
  /** Pause in ms after the first try; it grows with each. */
  pause?: number;
};

const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Changes tables in use: waits for a lock only briefly, since the requests of everybody else queue behind it, then
 * rolls back and tries again, when the long transaction in its way may be over. `work` is one transaction.
 */
export async function waitingBriefly(
  client: Sql,
  work: () => Promise<unknown>,
  { lockTimeout = MIGRATION_LOCK_WAIT, tries = 25, pause = 500 }: Patience = {},
): Promise<void> {
  await client`select set_config('lock_timeout', ${lockTimeout}, false)`;
  for (let tried = 1; ; tried += 1) {
    try {
      await work();
      break;
    } catch (error) {
      if (tried === tries || !isLockTimeout(error)) throw error;
      await sleep(tried * pause);
    }
  }
  await client`reset lock_timeout`;
}

function isLockTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === LOCK_NOT_AVAILABLE) || isLockTimeout(error.cause);
}
