import { hash } from "node:crypto";
import { schema } from "@stsphera/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context, Tx } from "./context.ts";
import { DomainError } from "./errors.ts";

const { idempotencyKeys } = schema;

type Claim = { actorId: number; verb: string; key: string; inputHash: string };
export type Remembered = { stored: true; result: unknown } | { stored: false; claim: Claim | null };

/** SHA-256 of the input with its keys in order, so that the same request is the same whatever its spelling. */
export function hashInput(input: unknown): string {
  return hash("sha256", canonicalJson(input), "hex");
}

/** JSON with sorted keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Claims the key of this request for the transaction, or finds the answer it had. */
export async function recall(tx: Tx, ctx: Context, verb: string, input: unknown): Promise<Remembered> {
  const { actor, idempotencyKey: key } = ctx;
  if (key === undefined || actor.kind !== "user") return { stored: false, claim: null };
  const claim = { actorId: actor.id, verb, key, inputHash: hashInput(input) };
  const lock = sql`hashtextextended(${`${actor.id}:${verb}:${key}`}, 0)`;
  const [taken] = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as got`);
  if (taken?.got !== true) throw new DomainError("in_progress");
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actorId, actor.id),
        eq(idempotencyKeys.verb, verb),
        eq(idempotencyKeys.key, key),
      ),
    );
  if (row === undefined) return { stored: false, claim };
  if (row.inputHash !== claim.inputHash) throw new DomainError("idempotency_mismatch");
  return { stored: true, result: row.result };
}

/** Stores the answer; the last thing before commit. Only successes come here. */
export async function remember(tx: Tx, ctx: Context, claim: Claim | null, result: unknown): Promise<void> {
  if (claim === null) return;
  await tx.insert(idempotencyKeys).values({ ...claim, result: result ?? null, createdAt: ctx.now });
}
