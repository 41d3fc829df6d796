import { ObjectNotFound, type Storage } from "@stsphera/storage";
import { z } from "zod";

const KEY = "audit/anchor.json";

const anchors = z.strictObject({
  anchors: z.array(
    z.strictObject({
      position: z.int().positive(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      at: z.iso.datetime(),
    }),
  ),
});

/** How long the chain was at an instant, and what it came to: a tail that is dropped later contradicts it. */
export type AuditAnchor = z.output<typeof anchors>["anchors"][number];

/** Where anchors are kept: not in the database that they vouch for. */
export type AnchorStore = {
  /** From the oldest to the newest. */
  read(): Promise<AuditAnchor[]>;
  write(kept: readonly AuditAnchor[]): Promise<void>;
};

/** Keeps the anchors in the store of files, under `audit/anchor.json`. */
export function createAnchorStore(storage: Pick<Storage, "get" | "put">): AnchorStore {
  return {
    async read() {
      try {
        return anchors.parse(JSON.parse(new TextDecoder().decode(await storage.get(KEY)))).anchors;
      } catch (error) {
        if (error instanceof ObjectNotFound) return [];
        throw error;
      }
    },
    async write(kept) {
      await storage.put(KEY, new TextEncoder().encode(JSON.stringify({ anchors: kept })), "application/json");
    },
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By age: every minute for an hour, every hour for a week, then every day. */
const spanAt = (ageMs: number) => (ageMs < HOUR ? MINUTE : ageMs < 7 * DAY ? HOUR : DAY);

/** Leaves out what later anchors vouch for as well: of each span of time the last one stays. */
export function pruneAnchors(all: readonly AuditAnchor[], now: Date): AuditAnchor[] {
  const bySpan = new Map<string, AuditAnchor>();
  for (const anchor of all) {
    const at = Date.parse(anchor.at);
    const span = spanAt(now.getTime() - at);
    bySpan.set(`${span}:${Math.floor(at / span)}`, anchor);
  }
  return [...bySpan.values()].toSorted((a, b) => a.position - b.position);
}
