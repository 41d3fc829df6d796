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

/** Length and last hash of the chain at an instant; proves if later links are cut off. */
export type AuditAnchor = z.output<typeof anchors>["anchors"][number];

/** Reads the text that anchors are stored as. Throws when it is something else. */
export const parseAnchors = (text: string): AuditAnchor[] => anchors.parse(JSON.parse(text)).anchors;

/** Where anchors are stored: outside the database they protect. */
export type AnchorStore = {
  /** From oldest to newest. */
  read(): Promise<AuditAnchor[]>;
  write(kept: readonly AuditAnchor[]): Promise<void>;
};

/** Stores the anchors in the file store, as `audit/anchor.json`. */
export function createAnchorStore(storage: Pick<Storage, "get" | "put">): AnchorStore {
  return {
    async read() {
      try {
        return parseAnchors(new TextDecoder().decode(await storage.get(KEY)));
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

/** One anchor per span, by age: every minute for an hour, every hour for a week, then every day. */
const spanAt = (ageMs: number) => (ageMs < HOUR ? MINUTE : ageMs < 7 * DAY ? HOUR : DAY);

/** Removes anchors covered by later ones: the last anchor of each span stays. */
export function pruneAnchors(all: readonly AuditAnchor[], now: Date): AuditAnchor[] {
  const bySpan = new Map<string, AuditAnchor>();
  for (const anchor of all) {
    const at = Date.parse(anchor.at);
    const span = spanAt(now.getTime() - at);
    bySpan.set(`${span}:${Math.floor(at / span)}`, anchor);
  }
  return [...bySpan.values()].toSorted((a, b) => a.position - b.position);
}
