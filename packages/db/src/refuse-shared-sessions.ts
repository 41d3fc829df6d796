import { setTimeout as sleep } from "node:timers/promises";
import { assertOwnSessions, SharedServerConnection } from "./session-check.ts";

export type SessionCheck = {
  url: string;
  warn: (message: string, error: unknown) => void;
  /** Ends the waiting for a database that is away. */
  signal: AbortSignal;
};

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 5_000;

/**
 * Throws SharedServerConnection at the start of a process whose database address leads to a pooler that shares server
 * connections. Where the database is away, the process starts and the check goes on; its error is then uncaught and
 * ends the process.
 */
export async function refuseSharedSessions(check: SessionCheck): Promise<void> {
  if (await isChecked(check)) return;
  void untilChecked({ ...check, warn: () => undefined });
}

async function untilChecked(check: SessionCheck): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; !check.signal.aborted; pause = Math.min(MAX_PAUSE_MS, pause * 2)) {
    await sleep(pause, undefined, { ref: false });
    if (await isChecked(check)) return;
  }
}

async function isChecked({ url, warn }: SessionCheck): Promise<boolean> {
  try {
    await assertOwnSessions(url);
    return true;
  } catch (error) {
    if (error instanceof SharedServerConnection) throw error;
    warn("the database does not answer yet", error);
    return false;
  }
}
