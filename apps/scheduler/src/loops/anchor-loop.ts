import { anchorAudit, type AnchorStore, LostAnchor, recordLostAnchor } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 60_000;

export type AnchorLoopDeps = {
  db: Database;
  anchors: AnchorStore;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
};

/** Stores the head of the audit chain outside the database, once a minute if it has grown; a chain that lost its last anchor is recorded. */
export function startAnchorLoop({ db, anchors, now, warn }: AnchorLoopDeps): Loop {
  return startLoop({
    name: "the audit anchor",
    pollMs: POLL_MS,
    work: async () => {
      try {
        await anchorAudit(db, anchors, now());
      } catch (error) {
        if (error instanceof LostAnchor) await recordLostAnchor(db, error, now());
        throw error;
      }
      return false;
    },
    warn,
  });
}
