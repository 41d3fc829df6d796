import { sealAudit } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 1_000;

/** Adds new audit rows to the hash chain, every second. */
export function startSealLoop(db: Database, warn: (message: string, error: unknown) => void): Loop {
  return startLoop({
    name: "the audit sealer",
    pollMs: POLL_MS,
    work: async () => (await sealAudit(db)) > 0,
    warn,
  });
}
