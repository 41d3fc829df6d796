import { beat, HEARTBEAT_MS } from "@stsphera/core/operations";
import type { AlertWay } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { type Loop, startLoop } from "./loop.ts";

export type HeartbeatLoopDeps = {
  db: Database;
  now: () => Date;
  /** Ways besides Telegram in which this process sends alerts. */
  alertWays: readonly AlertWay[];
  /** The key of pushes to browsers; null where browsers do not ring. */
  pushKey: string | null;
  warn: (message: string, error: unknown) => void;
};

/** Writes a row with the time at a fixed pace: how much of the work a restored backup holds is read from it. */
export function startHeartbeatLoop({ db, now, alertWays, pushKey, warn }: HeartbeatLoopDeps): Loop {
  return startLoop({
    name: "the heartbeat",
    pollMs: HEARTBEAT_MS,
    work: async () => {
      await beat(db, now(), { alertWays, pushKey });
      return false;
    },
    warn,
  });
}
