import { beat, HEARTBEAT_MS } from "@stsphera/core/operations";
import type { Database } from "@stsphera/db";
import { type Loop, startLoop } from "./loop.ts";

export type HeartbeatLoopDeps = {
  db: Database;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
};

/** Writes a row with the time at a fixed pace: how much of the work a restored backup holds is read from it. */
export function startHeartbeatLoop({ db, now, warn }: HeartbeatLoopDeps): Loop {
  return startLoop({
    name: "the heartbeat",
    pollMs: HEARTBEAT_MS,
    work: async () => {
      await beat(db, now());
      return false;
    },
    warn,
  });
}
