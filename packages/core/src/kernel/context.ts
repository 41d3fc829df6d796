import type { Database, Orm } from "@stsphera/db";
import type { Actor, UserActor } from "@stsphera/rbac";
import { DomainError } from "./errors.ts";

/**
 * Operations on the file store that an answer may use. Links are signed locally, without a network call; created from
 * a store by `createPhotoLinks`.
 */
export type PhotoLinks = {
  /**
   * A link to the photo in the given size, or to a document, valid for 10 minutes. With `saveAs` the browser
   * downloads the file under that name instead of showing it.
   */
  sign(storageKey: string, size: "original" | "320" | "1280", saveAs?: string): string;
  /** A link for uploading one file, and the headers to send with it. */
  upload?(
    storageKey: string,
    file: { contentType: string; size: number; sha256: string },
  ): { url: string; headers: Record<string, string> };
  /** Size in bytes of the stored object, null when there is none. Calls the store: never use it in a transaction. */
  sizeOf?(storageKey: string): Promise<number | null>;
};

/** What a process sees of the installation besides the database; null where it cannot be seen. */
export type SystemProbes = {
  store: "unknown" | "ok" | "away" | "no_bucket";
  disk: { freeBytes: number; totalBytes: number } | null;
  /** Whole days until the certificate of the public address runs out. */
  certificateDays: number | null;
};

/** Everything a verb knows about its surroundings. The only source of the current time. */
export type Context = {
  db: Database;
  actor: Actor;
  now: Date;
  requestId: string;
  idempotencyKey?: string;
  links?: PhotoLinks;
  /** What the process sees besides the database: store, disk, certificate. */
  probes?: () => Promise<SystemProbes>;
  /** Logs a problem that must not fail the request. */
  warn?: (message: string, error: unknown) => void;
};

/** A drizzle transaction. */
export type Tx = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** The user who makes the request; throws forbidden for a job. */
export function personOf(ctx: Context): UserActor {
  if (ctx.actor.kind !== "user") throw new DomainError("forbidden");
  return ctx.actor;
}
