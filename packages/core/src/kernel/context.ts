import type { Database, Orm } from "@stsphera/db";
import type { Actor, UserActor } from "@stsphera/rbac";
import { DomainError } from "./errors.ts";

/**
 * What may be asked of the file store while an answer is made. Links are signed locally, without a call; made of a
 * store by `createPhotoLinks`.
 */
export type PhotoLinks = {
  /**
   * A link to the photo in one of its sizes, or to a document as it is, good for 10 minutes. With `saveAs` the file is
   * saved under that name instead of shown.
   */
  sign(storageKey: string, size: "original" | "320" | "1280", saveAs?: string): string;
  /** A link to send one file to, and the headers to send with it. */
  upload?(
    storageKey: string,
    file: { contentType: string; size: number; sha256: string },
  ): { url: string; headers: Record<string, string> };
  /** Bytes that the store holds under the key, null when nothing is there. Asks the store: never in a transaction. */
  sizeOf?(storageKey: string): Promise<number | null>;
};

/** Everything a verb knows of the world. Time comes from here alone. */
export type Context = {
  db: Database;
  actor: Actor;
  now: Date;
  requestId: string;
  idempotencyKey?: string;
  links?: PhotoLinks;
  /** Tells of trouble that must not fail the request. */
  warn?: (message: string, error: unknown) => void;
};

/** A transaction of drizzle. */
export type Tx = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** The person who asks, or a refusal when it is a job. */
export function personOf(ctx: Context): UserActor {
  if (ctx.actor.kind !== "user") throw new DomainError("forbidden");
  return ctx.actor;
}
